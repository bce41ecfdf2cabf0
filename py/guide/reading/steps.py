"""What an answer says the person should try, step by step, in its words."""

from collections.abc import Iterable, Iterator

from guide.reading import requests
from guide.reading.lines import Remark
from guide.reading.rules import AnswerRules
from guide.text.phrases import folded

MAX_STEPS = 12
_BEFORE = 3  # Words before a verb in which a "not" is about it.
_MARKS = (",", ":", ";", "—", "–", "-", "(", '"', "“", "*")


def read(rules: AnswerRules, remarks: Iterable[Remark]) -> tuple[str, ...]:
    """Return the steps of an answer, in its order, each once."""
    found = (remark.text.strip(" *•\t") for remark in remarks if is_step(rules, remark))
    return tuple(dict.fromkeys(found))[:MAX_STEPS]


def is_step(rules: AnswerRules, remark: Remark) -> bool:
    """Tell whether a remark is something to do, and not to send, ask or only to read about."""
    if remark.under is not None:
        return _is_in_list(remark, remark.under)
    if remark.leads or remark.has("passed"):
        return False
    verbs = list(_verbs(remark))
    if not verbs or (remark.asks and not any(start for start, _ in verbs)):
        return False
    request = requests.request(remark)
    return request is None or verbs[0][0] < request[0] or not list(requests.asked_in(rules, remark))


def _is_in_list(item: Remark, head: Remark) -> bool:
    """Tell whether an item is to be done: by the line above its list, or by its own verb."""
    if head.has("ask_head", "cue") and not head.has("step_head"):
        return False
    if not head.has("step_head") and not any(_verbs(head)) and not any(_verbs(item)):
        return False
    idle = any(start == 0 for start, _ in item.found.get("step_idle", ()))
    return not item.asks and not idle


def _verbs(remark: Remark) -> Iterator[tuple[int, int]]:
    """Yield the verbs that order something: at the beginning, or after what leads to an order."""
    labels = ("step_idle", "step_lead", "step_and", "step", "step_ing")
    idle, leads, joins, plain, ings = (remark.found.get(label, []) for label in labels)
    idles, begins = {start for start, _ in idle}, {start for start, _ in plain}
    led, joined = {end for _, end in leads}, {end for _, end in joins}
    # "Then restart the app" goes on with what the sentence before has ordered.
    led |= {end for start, end in joins if not start}
    ordered = False
    for start, end in sorted([*plain, *ings]):
        if start not in led and start not in begins:
            continue  # "Upgrading gives you more".
        free = not start or start in led or _is_after_mark(remark, start)
        if start in idles or not (free or (ordered and start in joined)):
            continue
        if not _is_refrained_from(remark, start):
            ordered = True
            yield start, end


def _is_refrained_from(remark: Remark, verb: int) -> bool:
    """Tell whether a "not" is about a verb; that of "if it does not work, clear ..." is not."""
    near = [at for at, _ in remark.found.get("refrain", ()) if verb - _BEFORE <= at < verb]
    return bool(near) and not _is_after_mark(remark, verb)


def _is_after_mark(remark: Remark, at: int) -> bool:
    before = folded(remark.text[: remark.words.places[at][0]]).rstrip()
    return before.endswith(_MARKS)
