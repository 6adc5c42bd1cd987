package org.sitrep.reporting;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

  String render(SituationReport report, Collection<Claim> claims) {
    Map<String, Integer> notes = new LinkedHashMap<>();
    StringBuilder out = new StringBuilder();
    out.append("# ")
        .append(Template.fill(wording.title(), Map.of("day", report.date().toString())))
        .append("\n\n");
    for (SituationReport.Section section : report.sections()) {
      out.append("## ").append(section.title()).append("\n\n");
      for (SituationReport.Line line : section.lines()) {
        out.append("- ").append(escape(line.text()));
        for (String claim : line.claims()) {
          out.append("[^").append(notes.computeIfAbsent(claim, c -> notes.size() + 1)).append(']');
        }
        out.append('\n');
      }
      out.append('\n');
    }
    if (report.sections().isEmpty()) {
      out.append(wording.empty()).append('\n');
    } else {
      out.append("## ").append(wording.sourcesTitle()).append("\n\n");
      footnotes(out, notes, claims);
    }
    return out.toString();
  }

  private static void footnotes(
      StringBuilder out, Map<String, Integer> notes, Collection<Claim> claims) {
    Map<String, Claim> byId = new HashMap<>();
    claims.forEach(c -> byId.putIfAbsent(c.id(), c));
    notes.forEach(
        (id, number) -> {
          out.append("[^").append(number).append("]: ");
          Claim claim = byId.get(id);
          out.append(claim == null ? escape(id) : note(claim)).append('\n');
        });
  }

  /** "doc 120-180 (outlet, 2018-11-08): "quote" · claim". */
  private static String note(Claim claim) {
    StringBuilder origin = new StringBuilder(escape(claim.doc()));
    origin.append(' ').append(claim.evidence().codePoints().start());
    origin.append('-').append(claim.evidence().codePoints().end());
    String outlet = claim.publisher().orElse("");
    String day = claim.published().map(Object::toString).orElse("");
    if (!outlet.isEmpty() || !day.isEmpty()) {
      String comma = outlet.isEmpty() || day.isEmpty() ? "" : ", ";
      origin.append(" (").append(escape(outlet)).append(comma).append(day).append(')');
    }
    return origin + ": “" + escape(claim.evidence().quote()) + "” · " + escape(claim.id());
  }

  private static String escape(String text) {
    return SPECIAL.matcher(GAPS.matcher(text.strip()).replaceAll(" ")).replaceAll("\\\\$1");
  }
}
