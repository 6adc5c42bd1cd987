package org.sitrep.report;

import java.time.LocalDate;
import java.util.List;

/**
 * The day's situation report. Every sentence rests on claims.
 *
 * @param date the day reported on
 * @param sections in order
 */
public record SituationReport(LocalDate date, List<Section> sections) {

  public SituationReport {
    sections = List.copyOf(sections);
  }

  /**
   * A part of the report.
   *
   * @param title its heading
   * @param lines its sentences
   */
  public record Section(String title, List<Line> lines) {
    public Section {
      lines = List.copyOf(lines);
    }
  }

  /**
   * One sentence.
   *
   * @param text the sentence
   * @param event id of the event it tells, or empty
   * @param claims ids of the claims it rests on; never empty
   */
  public record Line(String text, String event, List<String> claims) {
    public Line {
      claims = List.copyOf(claims);
      if (claims.isEmpty()) {
        throw new IllegalArgumentException("rests on no claim: " + text);
      }
    }
  }
}
