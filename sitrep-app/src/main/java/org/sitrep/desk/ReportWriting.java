package org.sitrep.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sitrep.assessment.Assessment;
import org.sitrep.assessment.Assessment.Question;
import org.sitrep.claim.Claim;
import org.sitrep.control.ControlEntry;
import org.sitrep.control.ControlLedger;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.report.SituationReport;
import org.sitrep.report.SituationReport.Line;
import org.sitrep.report.SituationReport.Section;
import org.sitrep.reporting.Reporting;
import org.sitrep.reporting.Reporting.Material;
import org.sitrep.store.Daily;
import org.sitrep.store.Filter;
import org.sitrep.store.Store;
import org.sitrep.store.StoredDocument;

/** The material of the days' reports from one store, under one filter; the same at the command line and in the page. */
public final class ReportWriting {

  private static final int LONGEST_TITLE = 60;

  private final Store store;
  private final Daily daily;
  private final Assessment assessment;
  private final Reporting reporting;
  private final Filter filter;
  private final Daily.Told told;
  private final List<Claim> aside;
  private final List<ControlEntry> entries;
  private final Set<String> passing;
  private final Map<String, String> addresses = new HashMap<>();

  /** Reads what all days share; what a day alone is made of is read when it is asked for. */
  public ReportWriting(Store store, Knowledge knowledge, Assessment assessment, Filter filter) {
    this.store = store;
    this.daily = store.daily();
    this.assessment = assessment;
    List<StoredDocument.Head> documents = store.listDocuments();
    documents.forEach(head -> head.url().ifPresent(url -> addresses.put(head.digest(), url)));
    Map<String, String> titles = titles(documents);
    this.reporting = new Reporting(knowledge, doc -> titles.getOrDefault(doc, doc));
    this.filter = filter;
    this.told = daily.told(filter);
    this.aside = daily.aside(filter);
    this.entries = store.listControl();
    this.passing = filter.isEmpty() ? Set.of() : daily.ids(filter);
  }

  /** The days that have a report of their own, as known on {@code day}. */
  public NavigableSet<LocalDate> days(LocalDate day) {
    return reporting.days(told.windows(), told.published(), aside, ledger(day));
  }

  /** The report of a day. */
  public SituationReport report(LocalDate day) {
    ControlLedger ledger = ledger(day);
    Set<String> ofLedger =
        ledger.states().stream().filter(s -> Reporting.isChangeOf(s, day)).flatMap(s -> s.claims().stream()).collect(Collectors.toSet());
    return reporting.report(day, new Material(daily.events(day, filter), aside, ledger, daily.claims(ofLedger)));
  }

  /**
   * A report as a person wants it.
   *
   * @param dropped lines that are left out, by {@link #key}; sections without lines are left out as well
   * @param pinned lines that come first in their section, by {@link #key}
   */
  public static SituationReport arrange(SituationReport report, Set<String> dropped, Set<String> pinned) {
    Comparator<Line> pinnedFirst = Comparator.comparing(line -> !pinned.contains(key(line)));
    List<Section> sections = new ArrayList<>();
    for (Section section : report.sections()) {
      List<Line> lines = section.lines().stream().filter(line -> !dropped.contains(key(line))).sorted(pinnedFirst).toList();
      if (!lines.isEmpty()) {
        sections.add(section.with(lines));
      }
    }
    return new SituationReport(report.date(), sections, report.leftOut());
  }

  /** What a line is known by as long as it says the same on the same claims. */
  public static String key(Line line) {
    return Integer.toHexString((line.text() + '\n' + String.join(",", line.claims())).hashCode());
  }

  /** As Markdown. */
  public String markdown(SituationReport report) {
    return reporting.markdown(report, cited(report), addresses);
  }

  /** As a web page of its own. */
  public String html(SituationReport report) {
    return reporting.html(report, cited(report), addresses);
  }

  /** The claims that a report rests on. */
  public List<Claim> cited(SituationReport report) {
    return daily.claims(report.sections().stream().flatMap(s -> s.lines().stream()).flatMap(l -> l.claims().stream()).collect(Collectors.toSet()));
  }

  /** The ledger, with what it came to on the day, on the word of claims that the filter lets through. */
  private ControlLedger ledger(LocalDate day) {
    Question question = new Question(Optional.of(day), Optional.empty(), Set.of());
    ControlLedger all = new ControlLedger(entries, assessment.states(entries, store.listRulings(), question));
    return filter.isEmpty()
        ? all
        : new ControlLedger(all.entries(), all.states().stream().filter(s -> s.claims().stream().anyMatch(passing::contains)).toList());
  }

  private static Map<String, String> titles(List<StoredDocument.Head> documents) {
    Map<String, String> titles = new HashMap<>();
    for (StoredDocument.Head head : documents) {
      head.headline().filter(h -> !h.isBlank() && head.publisher().isEmpty()).ifPresent(h -> titles.put(head.doc(), '“' + shortened(h) + '”'));
    }
    return titles;
  }

  /** A headline is named in many sentences: its first words are enough. */
  private static String shortened(String headline) {
    if (headline.length() <= LONGEST_TITLE) {
      return headline;
    }
    int space = headline.lastIndexOf(' ', LONGEST_TITLE);
    return headline.substring(0, space > 0 ? space : headline.offsetByCodePoints(0, headline.codePointCount(0, LONGEST_TITLE))) + " …";
  }
}
