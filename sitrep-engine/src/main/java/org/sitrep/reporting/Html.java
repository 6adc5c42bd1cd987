package org.sitrep.reporting;

import java.util.Map;
import org.sitrep.claim.Claim;
import org.sitrep.knowledge.ReportWording;
import org.sitrep.report.SituationReport;

/**
 * A report as one HTML page that needs nothing else and runs no script; each footnote is a link to the
 * exact characters of evidence. Immutable and thread-safe.
 */
final class Html {

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>{title}</title>
      <style>
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
      h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
      li { margin: .4rem 0; } sup a { padding: 0 .15rem; text-decoration: none; }
      blockquote { margin: .2rem 0; padding-inline-start: .7rem; border-inline-start: 3px solid; white-space: pre-wrap; }
      .notes { font-size: .9rem; } .notes p { margin: 0; } :target { outline: 2px solid; outline-offset: 4px; }
      </style>
      </head>
      <body>
      <h1>{title}</h1>
      """;

  private final ReportWording wording;

  Html(ReportWording wording) {
    this.wording = wording;
  }

  String render(SituationReport report, Notes notes) {
    String title = escape(Template.fill(wording.title(), Map.of("day", report.date().toString())));
    StringBuilder out = new StringBuilder(HEAD.replace("{title}", title));
    for (SituationReport.Section section : report.sections()) {
      out.append("<h2>").append(escape(section.title())).append("</h2>\n<ul>\n");
      section.lines().forEach(line -> line(out, line, notes));
      out.append("</ul>\n");
    }
    if (report.sections().isEmpty()) {
      out.append("<p>").append(escape(wording.empty())).append("</p>\n");
    }
    if (report.leftOut() > 0) {
      out.append("<p>").append(escape(wording.leftOut(report.leftOut()))).append("</p>\n");
    }
    if (!report.sections().isEmpty()) {
      out.append("<h2>").append(escape(wording.sourcesTitle())).append("</h2>\n<ol class=\"notes\">\n");
      notes.list().forEach(note -> note(out, note, notes));
      out.append("</ol>\n");
    }
    return out.append("</body>\n</html>\n").toString();
  }

  private static void line(StringBuilder out, SituationReport.Line line, Notes notes) {
    out.append("<li dir=\"auto\">").append(escape(line.text())).append("<sup>");
    for (String claim : line.claims()) {
      int number = notes.number(claim);
      out.append("<a href=\"#note-").append(number).append("\">").append(number).append("</a>");
    }
    out.append("</sup></li>\n");
  }

  private static void note(StringBuilder out, Notes.Note note, Notes notes) {
    out.append("<li id=\"note-").append(note.number()).append("\">");
    Claim claim = note.claim();
    if (claim == null) {
      out.append(escape(note.id()));
    } else {
      String doc = escape(claim.doc());
      out.append("<p>")
          .append(
              notes
                  .address(claim)
                  .map(a -> "<a href=\"" + escape(a) + "\" rel=\"noreferrer\">" + doc + "</a>")
                  .orElse(doc))
          .append(escape(Notes.origin(claim)))
          .append(" · ")
          .append(escape(claim.id()))
          .append("</p><blockquote dir=\"auto\">")
          .append(escape(claim.evidence().quote()))
          .append("</blockquote>");
    }
    out.append("</li>\n");
  }

  private static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
