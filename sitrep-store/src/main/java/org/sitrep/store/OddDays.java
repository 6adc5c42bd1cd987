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
 * document. Stages are pure and know no clock; here it is known when a document was seen.
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
    LocalDate year = published.filter(day -> !day.isAfter(today)).orElse(today).plusYears(1);
    dated(doc, claims, t -> t.start().isAfter(year), "more than a year after it was published").ifPresent(issues::add);
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
