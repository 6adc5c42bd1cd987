package org.sitrep.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.sitrep.desk.Comparing;
import org.sitrep.desk.Joining;
import org.sitrep.desk.RevisionJson;
import org.sitrep.exchange.Exchange;
import org.sitrep.flow.Issue;
import org.sitrep.page.Capture;
import org.sitrep.page.Page;
import org.sitrep.page.Watched;
import org.sitrep.pipeline.Coded;
import org.sitrep.pipeline.Pipeline;
import org.sitrep.revision.Revision;
import org.sitrep.revision.Revisions;
import org.sitrep.store.Store;
import org.sitrep.store.StoredDocument.Version;
import org.sitrep.watching.Desk;
import tools.jackson.databind.node.ObjectNode;

/** Reads what watching brings into the store, and tells of it: new articles, changed ones, lost ones. */
final class WatchDesk implements Desk {

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int STUMP_SHARE = 4;
  private static final String STUMP =
      "hardly a word of the last version is left, so this is taken for an error page; that version stays the latest";

  private final Console console;
  private final Pipeline pipeline;
  private final Store store;
  private final Comparing comparing;
  private final boolean json;
  private boolean begun;
  private int documents;
  private int skipped;
  private int rejects;

  WatchDesk(Console console, Pipeline pipeline, Revisions revisions, Store store, boolean json) {
    this.console = console;
    this.pipeline = pipeline;
    this.store = store;
    this.comparing = new Comparing(store, revisions);
    this.json = json;
  }

  /** How many addresses could not be fetched or read. */
  int rejects() {
    return rejects;
  }

  @Override
  public void take(Capture capture) {
    begin();
    Instant when = capture.fetched().orElseThrow();
    List<Version> before = store.listVersions(capture.doc());
    int claims = 0;
    if (store.contains(capture.digest())) {
      skipped++;
      store.sighted(capture.digest(), when);
    } else {
      Coded coded = pipeline.claims(capture);
      if (isStump(before, coded.page())) {
        trouble(new Issue(Issue.Kind.MISSING, capture.origin(), 0, STUMP));
        return;
      }
      store.save(coded.page(), coded.claims(), coded.issues());
      documents++;
      claims = coded.claims().size();
    }
    List<Version> after = store.listVersions(capture.doc());
    if (before.isEmpty() && after.size() == 1) {
      tellNew(capture, when, claims);
    } else if (after.size() > before.size()) {
      tellChanged(capture, when, after);
    }
  }

  /** Whether hardly anything is left of the last version: an error page, a page that asks who reads it. */
  private boolean isStump(List<Version> before, Page page) {
    if (before.isEmpty()) {
      return false;
    }
    Set<String> old = new HashSet<>();
    store.findDocument(before.getLast().digest()).orElseThrow().blocks().stream()
        .filter(b -> b.kind().isArticle())
        .forEach(b -> old.addAll(words(b.text())));
    Set<String> left = new HashSet<>();
    page.article().blocks().stream()
        .filter(b -> b.kind().isArticle())
        .forEach(b -> left.addAll(words(b.span().of(page.text()))));
    left.retainAll(old);
    return left.size() * STUMP_SHARE < old.size();
  }

  private static List<String> words(String text) {
    return List.of(NO_WORD.split(text.toLowerCase(Locale.ROOT)));
  }

  private void tellNew(Capture capture, Instant when, int claims) {
    if (json) {
      ObjectNode out = Exchange.object().put("record", "new").put("url", capture.doc()).put("time", when.toString());
      capture.title().ifPresent(t -> out.put("title", t));
      console.line(out.put("claims", claims));
    } else {
      line(when, "new", capture.doc(), Tables.count(claims, "claim") + capture.title().map(t -> "  \"" + Tables.cut(t, 80) + '"').orElse(""));
    }
  }

  private void tellChanged(Capture capture, Instant when, List<Version> versions) {
    Comparing.Step step =
        comparing.step(capture.doc(), versions.get(versions.size() - 2), versions.getLast());
    Revision revision = step.revision();
    if (json) {
      RevisionJson.of(step, false).forEach(console::line);
    } else if (!revision.isTrivial()) {
      List<String> slots = RevisionLines.slots(revision);
      line(when, "changed", capture.doc(), RevisionLines.summary(revision) + (slots.isEmpty() ? "" : "  " + String.join("; ", slots)));
    }
  }

  @Override
  public void unchanged(Watched article, Instant when) {
    article.digest().ifPresent(digest -> store.sighted(digest, when));
  }

  @Override
  public void gone(Watched article, Instant when) {
    if (json) {
      console.line(Exchange.object().put("record", "gone").put("url", article.url()).put("time", when.toString()));
    } else {
      line(when, "gone", article.url(), "");
    }
  }

  @Override
  public void leftAlone(Watched feed) {
    String until = feed.ended() ? "it is gone for good" : "it failed " + Tables.count(feed.failures(), "time") + "; tried again at " + feed.due().truncatedTo(ChronoUnit.SECONDS);
    console.warn(feed.url() + ": left alone, " + until);
  }

  @Override
  public void trouble(Issue issue) {
    begin();
    console.warn(issue.toString());
    rejects += issue.kind().rejects() ? 1 : 0;
    store.addIssues(List.of(issue));
  }

  /** Brings events up to date after a round. */
  void close() {
    Joining.bring(pipeline, store, console::say);
    if (begun) {
      store.endRun(documents, skipped, rejects);
    }
  }

  private void begin() {
    if (!begun) {
      begun = true;
      store.beginRun(new ArrayList<>(List.of("watch")));
    }
  }

  private void line(Instant when, String what, String url, String more) {
    console.line((when.truncatedTo(ChronoUnit.SECONDS) + "  " + what + "  " + url + "  " + more).stripTrailing());
    console.out().flush();
  }
}
