"""How a list is written in an address, and read from whatever arrives."""

from hypothesis import given
from hypothesis import strategies as st

from directory.saved_list.codes import LARGEST_KEY, MOST_SERVICES, SavedList, read_list


@given(st.lists(st.integers(1, LARGEST_KEY), unique=True, max_size=MOST_SERVICES))
def test_an_address_keeps_services_and_their_order(keys: list[int]) -> None:
    saved = SavedList(tuple(keys))
    assert read_list(saved.code) == saved
    assert read_list(saved.code.upper()).keys == saved.keys
    assert read_list(saved.body).keys == saved.keys


@given(st.text())
def test_reading_never_fails_and_what_it_reads_can_be_written(text: str) -> None:
    saved = read_list(text)
    assert all(0 < key <= LARGEST_KEY for key in saved.keys)
    assert read_list(saved.code).keys == saved.keys


def test_an_address_shows_when_it_was_mistyped() -> None:
    code = SavedList((1, 71, 40_000)).code
    assert read_list(code).is_checked
    wrong = [
        code[:at] + other + code[at + 1 :]
        for at in range(len(code))
        for other in "0123456789abcz"
        if other != code[at]
    ]
    assert sum(read_list(typed).is_checked for typed in wrong) <= len(wrong) / 100


def test_a_list_holds_fifty_services_each_once() -> None:
    saved = read_list(".".join(str(number) for number in range(1, 3_000)))
    assert len(saved.keys) == MOST_SERVICES
    assert saved.is_cut
    assert saved.is_full
    assert saved.plus([99_999]).keys == saved.keys
    assert SavedList((1, 2)).plus([2, 3]).without(1).keys == (2, 3)
    assert read_list("1.1.01.2").keys == (1, 2)


def test_keys_beyond_the_database_and_other_alphabets_are_unreadable() -> None:
    saved = read_list("zzzzzzzzzzzzz.é.٣.1")
    assert saved.keys == (1,)
    assert saved.unreadable == 3
