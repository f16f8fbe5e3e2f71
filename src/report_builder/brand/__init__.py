"""The brand file and what layout needs of it: colours, fonts, logo."""
