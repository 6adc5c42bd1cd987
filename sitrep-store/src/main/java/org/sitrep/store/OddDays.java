package org.sitrep.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.sitrep.claim.Claim;
import org.sitrep.flow.Issue;
import org.sitrep.page.Page;
import org.sitrep.time.TimeWindow;

/**
 * Days that cannot well be meant. They are kept as they were stated or worked out, and reported once for each
 * document: nothing was told here before 1900, nothing has happened after it was told, and plans reach a year ahead. The
 * one place for this rule, because stages are pure and know no clock; here it is known when a document was seen.
 */
final class OddDays {

  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

  private OddDays() {}

  /**
   * The odd days of a document.
   *
   * @param seen when it was fetched, else when it is saved
   */
  static List<Issue> of(Page page, List<Claim> claims, Instant seen) {
    String doc = page.capture().doc();
    LocalDate today = seen.atZone(ZoneOffset.UTC).toLocalDate();
    Optional<LocalDate> published = page.article().published().or(page.capture()::published);
    List<Issue> issues = new ArrayList<>();
    published
        .filter(day -> day.isAfter(today.plusDays(1)))
        .ifPresent(day -> issues.add(issue(doc, "published " + day + ", after it was seen (" + today + ")")));
    published
        .filter(day -> day.isBefore(FIRST))
        .ifPresent(day -> issues.add(issue(doc, "published " + day + ", before " + FIRST.getYear())));
    dated(doc, claims, t -> t.start().isBefore(FIRST), "before " + FIRST.getYear()).ifPresent(issues::add);
    Optional<LocalDate> told = published.filter(day -> !day.isAfter(today));
    LocalDate day = told.orElse(today);
    String since = " it was " + (told.isPresent() ? "published" : "seen") + " (" + day + ")";
    List<Claim> happened = claims.stream().filter(c -> c.certainty().isFactual()).toList();
    List<Claim> planned = claims.stream().filter(c -> !c.certainty().isFactual()).toList();
    dated(doc, happened, t -> t.start().isAfter(day.plusDays(1)), "after" + since).ifPresent(issues::add);
    dated(doc, planned, t -> t.start().isAfter(day.plusYears(1)), "more than a year after" + since).ifPresent(issues::add);
    return issues;
  }

  private static Optional<Issue> dated(String doc, List<Claim> claims, Predicate<TimeWindow> odd, String what) {
    List<Claim> found = claims.stream().filter(c -> c.time().filter(odd).isPresent()).toList();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Claim first = found.getFirst();
    return Optional.of(
        issue(
            doc,
            found.size() + (found.size() == 1 ? " claim is" : " claims are") + " dated " + what + ", the first \""
                + first.evidence().quote() + "\" " + first.time().orElseThrow()));
  }

  private static Issue issue(String doc, String message) {
    return new Issue(Issue.Kind.TIME, doc, 0, message + "; kept as it is");
  }
}
