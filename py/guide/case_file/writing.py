"""Case + reader + language -> CaseFile: what stands in it, in which order, what is missing."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from guide.case_file import masking
from guide.case_file.parts import (
    CaseFile,
    FileLine,
    FilePart,
    Item,
    Paragraph,
    Section,
    WrittenMessage,
)
from guide.case_file.rules import EvidenceRule, FileRules, ReaderRule, for_catalog
from guide.catalog import fitting
from guide.follow_up.business_days import parse_time
from guide.ids import ChannelId, FileReader, Locale
from guide.letters import own_words
from guide.letters.brief import Brief
from guide.letters.history import Exchange, History
from guide.model import Case, Reply, SentRequest
from guide.situation import Situation

# A letter's brief knows the answers in words; which of its places is meant is only its audience.
PLACES: Mapping[str, ChannelId] = {"support": "email", "public": "forum"}
BEFORE_ALL = dt.datetime.min.replace(tzinfo=dt.UTC)


def write(situation: Situation, case: Case, reader: FileReader, locale: Locale) -> CaseFile:
    """Return the case file for this reader, masked, in this language."""
    return _Writer(situation, case, reader, locale).file()


@dataclass(frozen=True)
class _Writer:
    situation: Situation
    case: Case
    reader: FileReader
    locale: Locale

    @cached_property
    def rules(self) -> FileRules:
        return for_catalog(self.situation.catalog)

    @cached_property
    def rule(self) -> ReaderRule:
        return self.rules.readers[self.reader]

    @cached_property
    def words(self) -> Mapping[str, Any]:
        return self.situation.catalog.words[self.locale]

    @cached_property
    def said(self) -> Mapping[str, str]:
        """The words of the file itself."""
        said: Mapping[str, str] = self.words["case_file"]
        return said

    @cached_property
    def hide(self) -> masking.Hide:
        told = self.situation, self.case, self.rule, self.locale
        own = own_words.of(self._brief(masking.hiding(*told)))
        return masking.hiding(*told, words=own)

    @cached_property
    def brief(self) -> Brief:
        return self._brief(self.hide)

    def _brief(self, hide: masking.Hide) -> Brief:
        channel, now = PLACES[self.rule.audience], self.situation.turn.now
        catalog = self.situation.catalog
        return Brief(catalog, self.case, "escalation", channel, self.locale, now, hide)

    def file(self) -> CaseFile:
        found = (
            Section("asked", self.said["asked_for"], tuple(self.asked())),
            Section("facts", self.said["facts"], tuple(self.facts())),
            Section("told", self.said["told"], tuple(self.told())),
            Section("past", self.said["past"], tuple(self.past())),
            Section("done", self.said["done"], tuple(self.done())),
            Section("numbers", self.said["numbers"], tuple(self.numbers())),
            Section("evidence", self.said["evidence"], tuple(self.evidence())),
        )
        return CaseFile(
            title=self.said["title"].format(topic=self.brief.name_of_topic),
            head=tuple(self.head()),
            sections=tuple(section for section in found if section.parts),
            note=self.said["note"],
        )

    def head(self) -> Iterator[FileLine]:
        if self.brief.name:
            yield FileLine(self.said["from_me"], self.hide(self.brief.name))
        yield FileLine(self.said["for_whom"], str(self.words["readers"][self.reader]["name"]))
        yield FileLine(self.said["about"], self.said["company"])
        if day := self.brief.date(self.situation.turn.now):
            yield FileLine(self.said["made_on"], day)
        if closed := self.case.closed:
            yield FileLine(self.said[f"ended_{closed.outcome}"], self.brief.date(closed.at))

    def asked(self) -> Iterator[FilePart]:
        if text := self.hide(self.brief.request):
            yield Paragraph(text)

    def facts(self) -> Iterator[FilePart]:
        fields = self.situation.catalog.fields
        apart = {*self.rules.numbers, *self.rules.elsewhere, self.brief.about}
        for name in self._known():
            if name not in apart and fields[name].group in self.rule.groups:
                yield self._fact(name)

    def _known(self) -> tuple[str, ...]:
        """Return the fields that have an answer this reader may see, the case's own first."""
        asked = (*self.brief.fields, *(answer.field for answer in self.case.answers))
        return tuple(dict.fromkeys(name for name in asked if self.brief.answers.get(name)))

    def _fact(self, name: str) -> FileLine:
        label = str(self.words["fields"][name]["letter"])
        return FileLine(label, self.hide(self.brief.answers[name]))

    def told(self) -> Iterator[FilePart]:
        """Yield what the person told: in the field for it, and at the start where that differs."""
        texts = (self.brief.answers[self.brief.about], self.case.story)
        yield from map(Paragraph, dict.fromkeys(filter(None, map(self._told, texts))))

    def _told(self, text: str) -> str:
        return self.hide(text).strip()

    def past(self) -> Iterator[FilePart]:
        written: list[Exchange] = [*self.case.sent, *self.case.replies]
        written.sort(key=lambda one: parse_time(one.at, dt.UTC) or BEFORE_ALL)
        for one in written:
            yield self._sent(one) if isinstance(one, SentRequest) else self._reply(one)
        if not written:
            yield Paragraph(self.said["nothing_written"])

    def _sent(self, sent: SentRequest) -> WrittenMessage:
        public = self.situation.catalog.channels[sent.channel].audience == "public"
        return WrittenMessage(
            day=self.brief.date(sent.at),
            direction=self.said["in_public" if public else "to_openai"],
            channel=self._channel(sent.channel),
            subject=self.hide(sent.subject),
            text=self.hide(sent.text),
        )

    def _reply(self, reply: Reply) -> WrittenMessage:
        doubtful = reply.kind == "suspicious"
        before = self.case.sent[min(reply.after, len(self.case.sent)) - 1 :] if reply.after else ()
        return WrittenMessage(
            day=self.brief.date(reply.at),
            direction=self.said["doubtful" if doubtful else "from_openai"],
            channel="" if doubtful or not before else self._channel(before[0].channel),
            subject="",
            text=self.hide(reply.text),
        )

    def _channel(self, channel: ChannelId) -> str:
        return str(self.words["channels"][channel]["name"])

    def done(self) -> Iterator[FilePart]:
        if self.reader != "bank":
            past = History(self.brief)
            for line in past.tried:
                yield Item(line if line in past.steps else self.hide(line))

    def numbers(self) -> Iterator[FilePart]:
        known = (*(sent.case_number for sent in self.case.sent), self.brief.case_number)
        for number in dict.fromkeys(known) if self.brief.case_number else ():
            if number:
                yield FileLine(self.said["case_number"], self.hide(number))
        yield from (self._fact(name) for name in self._known() if name in self.rules.numbers)

    def evidence(self) -> Iterator[FilePart]:
        asked = {*self.brief.fields, *self._known()}
        for name in self.rule.evidence:
            rule = self.rules.evidence[name]
            there_is_none = rule.fields and all(map(self.case.says_none, rule.fields))
            if not there_is_none and (rule.of or asked.intersection(rule.fields)):
                yield self._evidence(name, rule)
        if self.rule.audience == "support":
            for name in fitting.attachments(self.situation.catalog, self.case):
                yield Item(str(self.words["attachments"][name]), "attach")

    def _evidence(self, name: str, rule: EvidenceRule) -> Item:
        values = [self.hide(self.brief.answers[field]) for field in rule.fields]
        found = [value for value in values if value and "\n" not in value]
        if rule.of:
            there = bool(getattr(self.case, rule.of))
        else:
            there = len([value for value in values if value]) >= (rule.enough or len(rule.fields))
        text = str(self.words["evidence"][name])
        # Two numbers in one Hebrew line change places; the facts have each on its own.
        return Item(text, "there" if there else "missing", found[0] if len(found) == 1 else "")
