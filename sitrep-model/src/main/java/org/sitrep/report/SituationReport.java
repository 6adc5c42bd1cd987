package org.sitrep.report;

import java.time.LocalDate;
import java.util.List;

/**
 * The day's situation report. Every sentence rests on claims.
 *
 * @param date the day reported on
 * @param sections in order, the standing ones last
 * @param leftOut how many sentences of standing sections were left out
 */
public record SituationReport(LocalDate date, List<Section> sections, int leftOut) {

  public SituationReport {
    sections = List.copyOf(sections);
  }

  /** With nothing left out. */
  public SituationReport(LocalDate date, List<Section> sections) {
    this(date, sections, 0);
  }

  /** How many sentences stand in it that would stand in the reports of other days as well. */
  public int standing() {
    return sections.stream().filter(Section::standing).mapToInt(s -> s.lines().size()).sum();
  }

  /** The same without its standing sections; how many sentences that leaves out is remembered. */
  public SituationReport ofTheDayAlone() {
    return new SituationReport(date, sections.stream().filter(s -> !s.standing()).toList(), leftOut + standing());
  }

  /**
   * A part of the report.
   *
   * @param title its heading
   * @param lines its sentences
   * @param standing whether its sentences are of no certain day, so that they stand in the reports of others as well
   */
  public record Section(String title, List<Line> lines, boolean standing) {
    public Section {
      lines = List.copyOf(lines);
    }

    /** Of the day. */
    public Section(String title, List<Line> lines) {
      this(title, lines, false);
    }

    /** The same with other sentences. */
    public Section with(List<Line> others) {
      return new Section(title, others, standing);
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
