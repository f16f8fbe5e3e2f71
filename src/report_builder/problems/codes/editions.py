"""Codes E001 to E069: editions of a report, its translations, long runs, and `watch`."""

from __future__ import annotations

from report_builder.problems.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code("E001", "a table of areas that cannot be used", "Each area has an id, by which the data and the files of its edition know it, and its phrases.", "Give the table the columns `id`, `name`, `in` and `of`, and a row with an id of its own for each area."),
    Code("E002", "a file name that no edition can have", "The pattern makes the name of each edition's files, which all lie in the output folder.", "Use {slug}, {area}, {language} and the areas' own columns, letters, digits and hyphens."),
    Code("E003", "two editions in one", "One would be written over the other.", "Put {area} and {language} into `file_name:`, and list each language once."),
    Code("E004", "an area that is part of an unknown one", "`part_of:` names another area of the same file, or a place under `places:` in report/report.yml.", "Correct the id, or add the larger area."),
    Code("E005", "an area without its phrase in a language", "How a place stands in a sentence is typed for each language: “yng Nghymru” cannot be made from “Cymru” by a rule that always holds.", "Add the phrase under the code of the language."),
    Code("E006", "a section that the report has not", "An area can only replace or leave out what `sections:` in report/report.yml lists.", "Correct the name."),
    Code("E007", "an area that lacks what others have", "A sentence with {area.…} would have nothing to say in its edition.", "Fill the column in for every area.", Severity.WARNING),
    Code("E008", "text about an area that there is none of", "{area.mp} is the `mp` of the edition's own area.", "Add the key to each area in report/editions.yml, or correct the name."),
    Code("E010", "text that is not translated", "A report in one language does not hold sections in another.", "Write the file of the same name in the language's folder, or take the language out of report/editions.yml."),
    Code("E011", "words that are not translated", "They print in the first language, in the midst of the other.", "Write them in the language's folder, in the file of the same name.", Severity.WARNING),
    Code("E012", "a translation that is out of date", "The words it was made from have changed since.", "Read both, mend the translation, then record it with `report-builder editions translated`.", Severity.WARNING),
    Code("E013", "a translation of unknown words", "Only what is recorded can be compared when the first language changes.", "Compare both, then record it with `report-builder editions translated`.", Severity.NOTE),
    Code("E014", "a translation of nothing", "The name is not one of the report's.", "Correct the name, or take the translation out."),
    Code("E015", "a section of another kind", "What a section is, is said in the first language.", "Write the same `kind:`."),
    Code("E016", "languages that say different things", "A figure or a claim that stands in one language only is a mistake in one of them.", "Print the same figures and make the same claims in each language.", Severity.WARNING),
    Code("E017", "a translation that nobody has reviewed", "It is printed in the imprint, so that readers know.", "Have someone read it, then record who: `report-builder editions translated --reviewed-by NAME`.", Severity.NOTE),
    Code("E030", "a worker that died", "The process that made this edition was killed, most often because memory ran out. Only this edition is lost; another worker took over.", "Run `report-builder editions resume`, with fewer workers (`-j 1`) where memory is short."),
    Code("E031", "memory ran out", "The edition did not fit into what memory there was.", "Close other programs or use fewer workers (`-j 1`), then run `report-builder editions resume`."),
    Code("E032", "an edition that the tool could not make", "This is our mistake, not yours; the other editions went on.", "Build it alone with `report-builder --debug build --edition …` and send us what it prints."),
    Code("E033", "a comparison with a larger area, and none is part of one", "`[parent]` is the area that `part_of:` of the edition's own area names, as far as there are figures of it.", "Say `part_of:` of the areas in report/editions.yml, or name the larger place itself."),
    Code("E034", "a larger area that there is none of", "{parent} is the area that `part_of:` of the edition's own area names.", "Add `part_of:` to the area, or keep the sentence to other areas with `only_for:`."),
    Code("E050", "watchfiles is not installed", "`watch` learns from it which files were saved. Whoever only builds does without it.", 'The message gives the command that installs it.', exit_code=4),
    Code("E051", "a build that the tool could not make", "This is our mistake, not yours; `watch` goes on, and builds again when a file is saved.", "Run `report-builder --debug build` and send us what it prints."),
    Code("E052", "distributed is not installed", "`--scheduler` hands the work to a Dask cluster, which needs it. One machine does without.", 'Run the command that the message gives, on every machine.', exit_code=4),
    Code("E053", "nobody to do the work", "The scheduler does not answer, or no worker has come to it.", "Start `dask scheduler` and, on each machine, `dask worker ADDRESS --nthreads 1`.", exit_code=4),
    Code("E054", "a worker that would make something else", "It sees other files of the project, or has other versions of the libraries: its files would differ from those of the others.", "Let the project lie in a shared folder, at the same place on every machine, and install the same versions everywhere."),
    Code("E055", "workers that died over an edition", "The cluster gave it to another worker each time, and gave up. Most often memory ran out.", "Give each worker more memory and one thread, then run `report-builder editions resume`."),
    Code("E056", "an address that cannot be written", "The workers of a cluster put the files of editions there.", "Check the address, and that each worker has the library (s3fs for s3:, gcsfs for gs:) and the rights that it needs."),
)  # fmt: skip
