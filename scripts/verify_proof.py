#!/usr/bin/env python3
"""Checks a proof that `muragat prove` wrote, with Python's standard library alone.

Usage: verify_proof.py FILE VKEY [TEXT]    VKEY is a verifier key, or a file that holds one
Prints what is proven and exits with 0; or prints why it does not hold and exits with 1.
Formats: doc/format.md, RFC 6962 (trees), C2SP signed-note, RFC 8032 (signatures).
"""
import base64
import hashlib
import re
import sys


def demand(condition, why):
    if not condition:
        raise ValueError(why)


# --- Ed25519 (RFC 8032, section 5.1): a point is (X, Y, Z, T) with x = X/Z, y = Y/Z, xy = T/Z
P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_1 = pow(2, (P - 1) // 4, P)


def add(p, q):
    a = (p[1] - p[0]) * (q[1] - q[0]) % P
    b = (p[1] + p[0]) * (q[1] + q[0]) % P
    c = 2 * p[3] * q[3] * D % P
    d = 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def multiply(scalar, point):
    total = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            total = add(total, point)
        point = add(point, point)
        scalar >>= 1
    return total


def decompress(data):
    sign, y = divmod(int.from_bytes(data, "little"), 2**255)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_1 % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


BASE = decompress((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def signature_holds(public, message, signature):
    key, r = decompress(public), decompress(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or key is None or r is None or s >= ORDER:
        return False
    challenge = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % ORDER
    (x, y, z, _), (u, v, w, _) = multiply(s, BASE), add(r, multiply(challenge, key))
    return (x * w - u * z) % P == 0 and (y * w - v * z) % P == 0


# --- spellings: each value has one
def unbase64(text):
    data = base64.b64decode(text, validate=True)
    demand(base64.b64encode(data).decode() == text, "base64 that is not as it would be written")
    return data


def number(text):
    demand(re.fullmatch("0|[1-9][0-9]{0,19}", text, re.ASCII), "a number that is not as it would be written")
    return int(text)


def record(lines, head, keys):
    """The values of a record whose lines are `head` and one for each of `keys`."""
    demand(lines[:1] == [head] and len(lines) == len(keys) + 1, "no record " + head)
    values = {}
    for key, line in zip(keys, lines[1:]):
        demand(line.startswith(key + " "), "no line " + key)
        values[key] = line[len(key) + 1:]
        demand(re.fullmatch(r"(?:[^\\]|\\\\|\\n)*", values[key]), "a backslash alone")
    return values


# --- trees (RFC 6962, section 2.1)
def leaf(lines):
    return hashlib.sha256(b"\0" + "".join(line + "\n" for line in lines).encode()).digest()


def root_of(hash_, index, size, path):
    """The root that a leaf's hash and its path give in a tree of `size` leaves."""
    demand(index < size, "a place beyond the end of a tree")
    path, last = list(path), size - 1
    while last:
        if index & 1 or index < last:
            demand(path, "a path that is too short")
            other = path.pop(0)
            hash_ = hashlib.sha256(b"\1" + (other + hash_ if index & 1 else hash_ + other)).digest()
        index, last = index >> 1, last >> 1
    demand(not path, "a path that is too long")
    return hash_


def hashes(lines, prefix):
    path = []
    for line in lines:
        demand(line.startswith(prefix), "a line that is none of a path")
        path.append(unbase64(line[len(prefix):]))
        demand(len(path[-1]) == 32, "a hash of another length")
    return path


# --- the parts of a proof
def head_of(note):
    """Name, size and root of the log in a checkpoint."""
    lines = note.rpartition("\n\n")[0].split("\n")
    demand(len(lines) == 3 and lines[0], "it holds no checkpoint")
    return lines[0], number(lines[1]), unbase64(lines[2])


def check_note(note, vkey):
    name, key_id, key = vkey.split("+", 2)
    key = unbase64(key)
    demand(key[:1] == b"\1" and len(key) == 33, "a verifier key that is not for Ed25519")
    wanted = hashlib.sha256(name.encode() + b"\n" + key).digest()[:4]
    demand(wanted.hex() == key_id, "a verifier key with another id")
    body, _, signatures = note.rpartition("\n\n")
    demand(signatures.endswith("\n"), "no signed note")
    found = False
    for line in signatures[:-1].split("\n"):
        fields = line.split(" ")
        demand(len(fields) == 3 and fields[0] == "\u2014", "a line that is no signature")
        data = unbase64(fields[2])
        if fields[1] == name and data[:4] == wanted:
            demand(signature_holds(key[1:], (body + "\n").encode(), data[4:]), "a signature that is false")
            found = True
    demand(found, "a checkpoint that the key did not sign")


def check(proof, vkey, text=None):
    parts = proof.split("\n\n", 5)
    demand(len(parts) == 6 and parts[0] == "muragat-proof 1", "it is no proof")
    section_part, edition_part, commit_part, log_part = (part.split("\n") for part in parts[1:5])
    edition_keys = ("document title language valid basis reform author source media captured capture "
                    "sections root").split()
    commit_keys = "sequence recorded author program message records reforms links root state".split()
    section = record(section_part[:9], "muragat-section 1", "place depth lineage number title flags text bytes".split())
    edition = record(edition_part[:14], "muragat-edition 1", edition_keys)
    commit = record(commit_part, "muragat-commit 2", commit_keys)
    origin, size, root = head_of(parts[5])
    demand(log_part[0] == "c2sp.org/tlog-proof@v1" and log_part[1][:6] == "index ", "no proof of the log")
    index = number(log_part[1][6:])
    demand(index == number(commit["sequence"]) - 1, "the proof of another commit")
    demand(root_of(leaf(commit_part), index, size, hashes(log_part[2:], "")) == root, "a commit that is not in the log")
    records = number(commit["records"])
    everything = records + number(commit["reforms"]) + number(commit["links"])
    demand(edition_part[14][:6] == "index ", "no place of the edition")
    place = number(edition_part[14][6:])
    demand(place < records, "a place beyond the editions")
    edition_root = root_of(leaf(edition_part[:14]), place, everything, hashes(edition_part[15:], "path "))
    demand(edition_root.hex() == commit["root"], "an edition that is not in the commit")
    section_root = root_of(leaf(section_part[:9]), number(section["place"]), number(edition["sections"]),
                           hashes(section_part[9:], "path "))
    demand(section_root.hex() == edition["root"], "a section that is not in the edition")
    check_note(parts[5], vkey)
    if text is not None:
        demand(hashlib.sha256(text).hexdigest() == section["text"], "the proof is of another text")
    return (f"holds: {edition['document']}#s{section['lineage']} from {edition['valid']}\n"
            f"text: {section['bytes']} bytes, SHA-256 {section['text']}\n"
            f"recorded: {commit['recorded']} as commit {commit['sequence']} of {size} in the log {origin}")


def main(arguments):
    if len(arguments) not in (2, 3):
        sys.exit(__doc__)
    try:
        file = arguments[1]
        vkey = file if "+" in file else open(file, encoding="utf-8").readline().rstrip("\n")
        text = open(arguments[2], "rb").read() if len(arguments) == 3 else None
        print(check(open(arguments[0], "rb").read().decode("utf-8"), vkey, text))
    except (ValueError, IndexError) as error:
        print(f"does not hold: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
