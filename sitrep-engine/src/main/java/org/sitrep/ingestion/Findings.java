package org.sitrep.ingestion;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.sitrep.flow.Issue;
import org.sitrep.page.Capture;

/**
 * What has come of one archive or feed. Of each kind of trouble the first hundred are named and the others
 * counted; what is no document is counted by its sort and told in one line at the end.
 */
final class Findings {

  private static final int NAMED = 100;

  private final String name;
  private final Consumer<Capture> captures;
  private final Consumer<Issue> issues;
  private final Map<Issue.Kind, Integer> told = new EnumMap<>(Issue.Kind.class);
  private final Map<String, Integer> passed = new TreeMap<>();
  private long read;

  Findings(String name, Consumer<Capture> captures, Consumer<Issue> issues) {
    this.name = name;
    this.captures = captures;
    this.issues = issues;
  }

  void capture(Capture capture) {
    read++;
    captures.accept(capture);
  }

  void issue(Issue.Kind kind, String where, long position, String message) {
    issue(new Issue(kind, where, position, message));
  }

  void issue(Issue issue) {
    if (told.merge(issue.kind(), 1, Integer::sum) <= NAMED) {
      issues.accept(issue);
    }
  }

  /** Counts what is no document. */
  void passOver(String sort) {
    passOver(sort, 1);
  }

  void passOver(String sort, int n) {
    passed.merge(sort, n, Integer::sum);
  }

  /** Takes captures for this, and keeps quiet: for going through something again. */
  Findings again() {
    return new Findings(name, this::capture, issue -> {});
  }

  long read() {
    return read;
  }

  /** Tells what was counted; {@code nothing} says what was looked for in vain. */
  void close(String nothing) {
    told.forEach(
        (kind, n) -> {
          if (n > NAMED) {
            issues.accept(new Issue(kind, name, 0, n - NAMED + " more like those above"));
          }
        });
    String beside =
        passed.entrySet().stream().filter(e -> e.getValue() > 0).map(e -> String.format(Locale.ROOT, "%s %,d", e.getKey(), e.getValue())).collect(Collectors.joining(", "));
    boolean rejected = told.keySet().stream().anyMatch(Issue.Kind::rejects);
    if (read == 0 && !rejected) {
      issues.accept(new Issue(Issue.Kind.EMPTY, name, 0, nothing + (beside.isEmpty() ? "" : "; in it: " + beside)));
    } else if (!beside.isEmpty()) {
      issues.accept(new Issue(Issue.Kind.SKIPPED, name, 0, "passed over: " + beside));
    }
  }
}
