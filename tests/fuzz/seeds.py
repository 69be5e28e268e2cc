#!/usr/bin/env python3
"""Writes what fuzzing begins with: seeds.py CONFORMANCE_DIR OUT_DIR makes OUT_DIR/jsonpath, jsonata and intrinsic, a file an
expression, from the recorded cases. One file is EXPRESSION NUL DATA, as fuzz_input.h reads it. OUT_DIR/advance holds the
definitions of the tests with their inputs and some decisions, as advance_fuzz.cpp reads them; OUT_DIR/completion definitions with
places in them, as completion_fuzz.cpp reads them; OUT_DIR/yaml definitions and templates in YAML."""
import json
import re
import sys
from pathlib import Path

MOST_DATA = 4096


def write(folder, number, expression, data):
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(data, ensure_ascii=False)
    content = expression + ("\0" + text if len(text) <= MOST_DATA else "")
    (folder / f"{number:05}").write_bytes(content.encode("utf-8", "surrogatepass"))


def jsonpath(source):
    documents = json.loads((source / "jsonpath/documents.json").read_text())
    for case in json.loads((source / "jsonpath/cases.json").read_text()):
        yield case["path"], documents[case["document"]]


def jsonata(source):
    for path in sorted((source / "jsonata/groups").glob("*.json")):
        for case in json.loads(path.read_text()):
            yield case["expr"], case.get("data", {})


def intrinsic(source):
    seen = set()
    for path in sorted((source / "aws/executions").glob("*.json")):
        case = json.loads(path.read_text())
        text = json.dumps(case["definition"])
        for quoted in re.findall(r'"(States\.[A-Z](?:[^"\\]|\\.)*)"', text):
            call = json.loads(f'"{quoted}"')
            if "(" in call and call not in seen:
                seen.add(call)
                yield call, case.get("input", {})


def advance(out):
    decisions = bytes([15, 31] * 8 + [0, 0, 5, 15, 31, 1, 0, 0, 3, 15, 31] * 4 + [7, 90, 0, 0, 5, 15, 31, 6, 15, 31])
    for number, folder in enumerate(sorted((Path(__file__).parent.parent / "data/execution").iterdir())):
        definition = (folder / "definition.asl.json").read_bytes()
        given = folder / "input.json"
        content = b"\0" + definition + b"\0" + (given.read_bytes() if given.exists() else b"{}") + b"\0" + decisions
        (out / f"{number:05}").write_bytes(content)


def completion(out, data):
    """Each definition at some places; the ones that are longer than what is fuzzed up to there."""
    number = 0
    for path in sorted([*data.glob("**/*.asl.json"), *data.glob("yaml/*.yaml")]):
        text = path.read_bytes()[:2000].decode("utf-8", "ignore").encode("utf-8")
        for part in range(5):
            place = len(text) * part // 5
            content = bytes([path.suffix == ".yaml", place % 256, place // 256]) + text
            (out / f"{number:05}").write_bytes(content)
            number += 1


def main():
    source, out = Path(sys.argv[1]), Path(sys.argv[2])
    for cases in (jsonpath, jsonata, intrinsic):
        for number, (expression, data) in enumerate(cases(source)):
            write(out / cases.__name__, number, expression, data)
    (out / "advance").mkdir(parents=True, exist_ok=True)
    advance(out / "advance")
    (out / "completion").mkdir(parents=True, exist_ok=True)
    completion(out / "completion", Path(__file__).parent.parent / "data")
    (out / "yaml").mkdir(parents=True, exist_ok=True)
    data = Path(__file__).parent.parent / "data"
    for number, path in enumerate(sorted([*(data / "yaml").glob("*.yaml"), *(data / "templates").glob("*.y*ml")])):
        (out / "yaml" / f"{number:05}").write_bytes(path.read_bytes())


main()
