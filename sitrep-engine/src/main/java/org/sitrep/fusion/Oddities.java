package org.sitrep.fusion;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sitrep.claim.Claim;
import org.sitrep.flow.Issue;
import org.sitrep.time.TimeWindow;

/**
 * What fusion cannot do justice to in the claims of a document, said to whoever reads it; it goes on with them all. Days
 * that cannot be meant are for the store to report, which knows when a document was seen. Thread-safe.
 */
final class Oddities {

  /** Candidates of one claim from which its block is said to be large. */
  static final int CROWD = 2_000;

  private Oddities() {}

  /** Claims that were compared with a crowd of others: one issue that names the most crowded, or none. */
  static List<Issue> crowds(Run run) {
    int crowded = 0;
    int most = 0;
    for (int i = 0; i < run.accounts().size(); i++) {
      crowded += run.links().candidates(i) > CROWD ? 1 : 0;
      most = run.links().candidates(i) > run.links().candidates(most) ? i : most;
    }
    return crowded == 0
        ? List.of()
        : List.of(issue(Issue.Kind.CROWDED, run.accounts().get(most).claim(),
            crowded + " claims share a document, or a place and days, with more than " + CROWD + " earlier ones each, at most "
                + run.links().candidates(most) + "; all were compared, which takes long"));
  }

  static List<Issue> of(List<Claim> ofOneDocument) {
    List<Issue> issues = new ArrayList<>();
    Map<String, Claim> ids = new HashMap<>();
    for (Claim claim : ofOneDocument) {
      claim.time().ifPresent(t -> time(claim, t, issues));
      Claim first = ids.putIfAbsent(claim.id(), claim);
      if (first != null && !first.equals(claim)) {
        issues.add(issue(Issue.Kind.DAMAGED, claim, "two claims have the id " + claim.id() + "; the first one counts"));
      }
    }
    return issues;
  }

  private static void time(Claim claim, TimeWindow time, List<Issue> issues) {
    if (ChronoUnit.DAYS.between(time.start(), time.end()) >= Keys.BOUNDLESS_DAYS) {
      issues.add(issue(Issue.Kind.TIME, claim, time + " is too wide to tell happenings apart; it is compared with few"));
    }
  }

  private static Issue issue(Issue.Kind kind, Claim claim, String message) {
    return new Issue(kind, claim.doc(), 0, message);
  }
}
