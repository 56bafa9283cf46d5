"""Writes folding.txt, the table behind CharacterFolding, from the Unicode data that Python carries.

Each line is a class followed by code points in hexadecimal:
  S first-last          separators: punctuation, symbols, spaces, private use
  T first-last          transparent: format controls and combining diacritics, as if they were not there
  I first-last          ideographs and kana: each is a word by itself
  F code text           letters and digits that fold to another text; a space in it ends a word
Code points that stand in no line are letters or digits that fold to themselves. ASCII is not in the table,
nor is what lies beyond U+1FFFF: ideographs up to U+3FFFF, nothing that words are made of after that.
"""

import pathlib
import unicodedata

GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi o pi rho sigma sigma tau upsilon phi chi psi omega".split(),
    )
)
SPECIAL = {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"}


def is_ideograph(code):
    return 0x3040 <= code <= 0x30FF or 0x31F0 <= code <= 0x31FF or 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x3FFFF


def fold(char):
    """The folded text of one character: None for a separator, '' for a transparent one."""
    category = unicodedata.category(char)
    if category in ("Cf", "Mn") and (category == "Cf" or 0x300 <= ord(char) <= 0x36F) or 0xFE00 <= ord(char) <= 0xFE0F:
        return ""
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    folded = ""
    if char in "™℠":
        return None
    for part in decomposed:
        kind = unicodedata.category(part)
        if 0x300 <= ord(part) <= 0x36F or kind == "Cf":
            continue
        part = GREEK.get(part, SPECIAL.get(part, part))
        folded += part if kind[0] in "LMN" else " "
    if folded.strip() == "":
        return None
    # A raised or lowered digit is no digit of the number before it.
    if folded[0].isdigit() and unicodedata.decomposition(char).startswith(("<super>", "<sub>", "<fraction>")):
        folded = " " + folded
    return folded


ranges = {"S": [], "T": [], "I": []}
folds = []


def add(kind, code):
    if ranges[kind] and ranges[kind][-1][1] == code - 1:
        ranges[kind][-1][1] = code
    else:
        ranges[kind].append([code, code])


for code in range(0x80, 0x20000):
    char = chr(code)
    category = unicodedata.category(char)
    if category == "Cn" and (0x2000 <= code <= 0x2BFF or 0x1F000 <= code <= 0x1FBFF):
        add("S", code)  # later symbols and emoji
        continue
    if category in ("Cn", "Cs"):
        continue
    if 0xAC00 <= code <= 0xD7A3:  # Hangul syllables: kept composed
        continue
    folded = fold(char)
    if folded is None:
        add("S", code)
    elif folded == "":
        add("T", code)
    elif folded != char:
        folds.append((code, folded))
    elif is_ideograph(code):
        add("I", code)
add("S", 0xD800)
ranges["S"][-1][1] = 0xDFFF

with open(pathlib.Path(__file__).with_name("folding.txt"), "w", encoding="utf-8", newline="\n") as out:
    for kind, spans in ranges.items():
        for first, last in sorted(spans):
            out.write(f"{kind} {first:X}-{last:X}\n")
    for code, text in folds:
        out.write(f"F {code:X} {text}\n")
