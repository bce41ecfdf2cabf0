"""Check digits: each agrees with a library that knows the same numbers."""

from hypothesis import given
from hypothesis import strategies as st
from stdnum import iban as oracle_iban
from stdnum import luhn as oracle_luhn
from stdnum.il import idnr as oracle_id

from guide.redact import checksums


@given(st.text("0123456789", min_size=1, max_size=30))
def test_luhn_agrees_with_the_oracle(digits: str) -> None:
    assert checksums.LuhnSums(digits).valid(0, len(digits)) == oracle_luhn.is_valid(digits)


@given(st.text("0123456789", min_size=9, max_size=9).filter(lambda d: d.strip("0")))
def test_israeli_ids_agree_with_the_oracle(digits: str) -> None:
    assert checksums.is_israeli_id(digits) == oracle_id.is_valid(digits)


@given(st.sampled_from(["IL", "DE", "GB", "FR"]), st.text("0123456789", min_size=20, max_size=20))
def test_ibans_agree_with_the_oracle(country: str, digits: str) -> None:
    tail = digits[: checksums.IBAN_LENGTHS[country] - 4]
    right = country + oracle_iban.calc_check_digits(f"{country}00{tail}") + tail
    assert checksums.is_iban(right)
    assert not checksums.is_iban(right[:-1] + str((int(right[-1]) + 1) % 10))
