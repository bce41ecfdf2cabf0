"""The ids and small numbers that the values are made of: what each may be, and nothing else."""

from typing import Literal

type Count = int  # Never below 0; the codec sees to it.
type Locale = str  # The id of a language, as languages.toml declares it.
type AnswerSource = Literal["person", "story", "lacking"]
# A letter to support before the guide was met, among what a story says was done; no advice.
WROTE = "already_wrote"
type Audience = Literal["support", "public"]
type CategoryId = Literal[
    "billing",
    "subscription_management",
    "login_access",
    "technical_error",
    "content_moderation",
    "security_compromise",
    "data_privacy",
    "api",
    "business",
    "feature_question",
    "other",
]
type ChannelId = Literal[
    "help_chat", "in_app", "email", "privacy_email", "appeal_form", "forum",
    "codex_tracker", "social_dm", "social_post",
]  # fmt: skip
type LetterKind = Literal[
    "first_request",
    "follow_up",
    "second_request",
    "clarification",
    "reply",
    "escalation",
    "appeal",
]
type LetterPart = Literal["subject", "body"]
type CopyPart = Literal["subject", "body", "report"]
type Outcome = Literal["solved", "given_up"]
type FileReader = Literal["myself", "bank", "authority", "forum"]
# What something from a page is for; `look` leaves that to what the page is.
type BroughtUse = Literal["check", "happened", "reply", "look"]
type Theme = Literal["auto", "light", "dark"]
type IconOpens = Literal["popup", "panel"]
# How a step ended: only `skipped` claims nothing, so only that never enters a letter.
type StepOutcome = Literal["helped", "did_not_help", "under_way", "done", "cannot", "skipped"]
# What an answer is: as it was read, or as the person says; only they say that it did not solve it.
type ReplyKind = Literal[
    "auto_ack", "asks_details", "suggests_steps", "passed_on", "refused", "closed", "solved",
    "not_solved", "unclear", "suspicious",
]  # fmt: skip
type ScreenId = Literal[
    "start", "first", "details", "request", "sent", "cases", "case", "reply", "guide", "genuine",
    "facts", "legal", "routes", "brought",
]  # fmt: skip
