"""`report/social.yml`: the subject line of the e-mail and what goes out on social media, in three lengths."""

from report_builder.campaign.model import Typed

# characters at most: a subject line that mail programs show whole (RFC 5322, 2.1.1), posts on X, Mastodon and Facebook
LENGTHS = {"subject": 78, "short": 280, "medium": 500, "long": 1500}


class SocialFile(Typed):
    """Texts may hold facts and claims; one that is left out is not in the pack."""

    subject: str = ""
    short: str = ""
    medium: str = ""
    long: str = ""
