#!/usr/bin/env bash
# A purchase on 1 March, half past midnight in Israel, is one of 28 February to the reader of the
# bank's file, and nothing in the date says so.
#
# What: PyPI ofxparse 0.21 and ofxtools 1.1.1 on DTPOSTED with a zone, as OFX has it,
#   "20260301003000[+2:IST]", and without.
# Seen on 2026-12-01: ofxparse takes the two hours off and gives a datetime without any zone,
#   2026-02-28 22:30; "20260301" beside it is 2026-03-01 00:00, without a zone as well. The two look
#   alike, and one is Greenwich's day and the other the bank's. Its field is named "date". ofxtools
#   gives the same moments with UTC on them, so that one can go back (the control); but it puts UTC
#   on the one without a zone too.
# Why it matters: "which month was I charged in" is the question in a complaint about a plan that
#   was cancelled at the end of a month; a charge in the first two hours of the next is dated
#   before.
# Our rule: a day of a charge is a day without an hour, as the person sees it at the bank.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq ofxparse==0.21 ofxtools==1.1.1
"$lab/venv/bin/python" -W ignore - <<'PY'
from datetime import UTC, datetime
from io import BytesIO

from ofxparse import OfxParser
from ofxtools.Types import DateTime

HEAD = "OFXHEADER:100 DATA:OFXSGML VERSION:102 SECURITY:NONE ENCODING:UTF-8 CHARSET:NONE COMPRESSION:NONE OLDFILEUID:NONE NEWFILEUID:NONE"
DATES = ["20260301003000[+2:IST]", "20260301", "20260301120000[+2:IST]"]


def bought(number: int, date: str) -> str:
    return f"<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>{date}<TRNAMT>-79.90<FITID>{number}<NAME>plan</STMTTRN>"


bank = "<CURDEF>ILS<BANKACCTFROM><BANKID>10<ACCTID>99<ACCTTYPE>CHECKING</BANKACCTFROM>"
rows = "".join(bought(number, date) for number, date in enumerate(DATES))
status = "<STATUS><CODE>0<SEVERITY>INFO</STATUS>"
body = (
    f"<OFX><SIGNONMSGSRSV1><SONRS>{status}<DTSERVER>20260401<LANGUAGE>HEB</SONRS></SIGNONMSGSRSV1><BANKMSGSRSV1>"
    f"<STMTTRNRS><TRNUID>0{status}<STMTRS>{bank}<BANKTRANLIST><DTSTART>20260301<DTEND>20260401{rows}</BANKTRANLIST>"
    "<LEDGERBAL><BALAMT>1<DTASOF>20260401</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>"
)
file = "\n".join([*HEAD.split(), "", body]).encode()
seen = [row.date for row in OfxParser.parse(BytesIO(file)).account.statement.transactions]
others = [DateTime().convert(date) for date in DATES]
print(*zip(DATES, map(str, seen), map(str, others)), sep="\n")
assert seen == [datetime(2026, 2, 28, 22, 30), datetime(2026, 3, 1), datetime(2026, 3, 1, 10)]
assert others == [date.replace(tzinfo=UTC) for date in seen]
PY
