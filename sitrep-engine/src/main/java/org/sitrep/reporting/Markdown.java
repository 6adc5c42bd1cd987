package org.sitrep.reporting;

import java.util.Map;
import java.util.regex.Pattern;
import org.sitrep.claim.Claim;
import org.sitrep.knowledge.ReportWording;
import org.sitrep.report.SituationReport;

/** A report as Markdown with footnotes. Immutable and thread-safe. */
final class Markdown {

  private static final Pattern SPECIAL = Pattern.compile("([\\\\`*_\\[\\]<>#|])");
  private static final Pattern GAPS = Pattern.compile("\\s+");

  private final ReportWording wording;

  Markdown(ReportWording wording) {
    this.wording = wording;
  }

  String render(SituationReport report, Notes notes) {
    StringBuilder out = new StringBuilder();
    out.append("# ")
        .append(Template.fill(wording.title(), Map.of("day", report.date().toString())))
        .append("\n\n");
    for (SituationReport.Section section : report.sections()) {
      out.append("## ").append(section.title()).append("\n\n");
      for (SituationReport.Line line : section.lines()) {
        out.append("- ").append(escape(line.text()));
        line.claims().forEach(claim -> out.append("[^").append(notes.number(claim)).append(']'));
        out.append('\n');
      }
      out.append('\n');
    }
    if (report.sections().isEmpty()) {
      out.append(wording.empty()).append("\n\n");
    }
    if (report.leftOut() > 0) {
      out.append(escape(wording.leftOut(report.leftOut()))).append("\n\n");
    }
    if (!report.sections().isEmpty()) {
      out.append("## ").append(wording.sourcesTitle()).append("\n\n");
      for (Notes.Note note : notes.list()) {
        out.append("[^").append(note.number()).append("]: ");
        out.append(note.claim() == null ? escape(note.id()) : note(note.claim(), notes)).append('\n');
      }
    }
    return out.toString();
  }

  /** "doc 120-180 (outlet, 2018-11-08): "quote" · claim". */
  private static String note(Claim claim, Notes notes) {
    String doc = escape(claim.doc());
    String linked = notes.address(claim).map(a -> "[" + doc + "](<" + a + ">)").orElse(doc);
    return linked + " " + escape(Notes.origin(claim))
        + ": “" + escape(claim.evidence().quote()) + "” · " + escape(claim.id());
  }

  private static String escape(String text) {
    return SPECIAL.matcher(GAPS.matcher(text.strip()).replaceAll(" ")).replaceAll("\\\\$1");
  }
}
