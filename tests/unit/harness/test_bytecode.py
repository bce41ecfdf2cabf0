"""Bytecode is kept for the test processes only, and only where somebody has forbidden it."""

from tests import bytecode


def test_where_it_is_forbidden_it_is_kept_in_a_folder_of_its_own_until_it_is_forbidden_again() -> (
    None
):
    """Seen to fail with an environment that is left as it was changed."""
    environment = {bytecode.FORBIDS: "1", "HOME": "/home/noa"}
    bytecode.keep(environment)
    assert environment == {bytecode.PLACE: str(bytecode.FOLDER), "HOME": "/home/noa"}
    bytecode.forbid_again(environment)
    assert environment == {bytecode.FORBIDS: "1", "HOME": "/home/noa"}


def test_where_it_is_allowed_nothing_changes_not_even_a_place_that_somebody_chose() -> None:
    """Seen to fail with any place taken for ours."""
    for chosen in ({}, {bytecode.PLACE: "/var/cache/python"}):
        environment = dict(chosen)
        bytecode.keep(environment)
        bytecode.forbid_again(environment)
        assert environment == chosen
