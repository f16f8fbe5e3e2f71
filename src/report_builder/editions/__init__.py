"""Many editions of one project: worker processes, what came of each, and the journal by which a run goes on."""
