package org.sitrep.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sitrep.claim.Claim;
import org.sitrep.discourse.Discourse;
import org.sitrep.discussion.Discussion;
import org.sitrep.discussion.ReaderThread;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.language.English;
import org.sitrep.page.Article;
import org.sitrep.pipeline.CodedText;
import org.sitrep.pipeline.Pipeline;
import org.sitrep.store.Filter;
import org.sitrep.store.Store;
import org.sitrep.store.StoredDocument;

/**
 * Analyses the threads of a store, and keeps in it what took the coder to find. The coder's claims end here:
 * the store is given remarks, never claims. Not thread-safe.
 */
public final class Discussing {

  private final Store store;
  private final Knowledge knowledge;
  private final Discourse discourse;
  private final Consumer<Supplier<String>> progress;
  private @Nullable Pipeline pipeline;

  /**
   * Over a store.
   *
   * @param progress is told how far it is
   */
  public Discussing(Store store, Knowledge knowledge, Consumer<Supplier<String>> progress) {
    this.store = store;
    this.knowledge = knowledge;
    this.discourse = new Discourse(knowledge);
    this.progress = progress;
  }

  /** A page with its analysed thread. */
  public record Talk(StoredDocument.Head head, ReaderThread thread) {}

  /**
   * The latest snapshots with posts, in the order in which they were read, each analysed.
   *
   * @param docs ids of documents; all where empty
   * @param again whether what is kept is found anew
   */
  public List<Talk> talks(List<String> docs, boolean again) {
    Map<String, StoredDocument.Head> latest = new LinkedHashMap<>();
    for (StoredDocument.Head head : store.listDocuments()) {
      if (docs.isEmpty() || docs.contains(head.doc()) || docs.contains(head.digest())) {
        latest.put(head.doc(), head);
      }
    }
    List<Talk> talks = new ArrayList<>();
    for (StoredDocument.Head head : latest.values()) {
      if (head.comments() > 0) {
        store.threads().find(head.digest()).ifPresent(t -> talks.add(new Talk(head, analysed(t, again))));
        progress.accept(() -> talks.size() + " threads");
      }
    }
    return talks;
  }

  private ReaderThread analysed(ReaderThread thread, boolean again) {
    boolean purged = thread.posts().stream().allMatch(p -> p.text().isEmpty());
    if (thread.remarks().size() == thread.posts().size() && (!again || purged)) {
      return thread;
    }
    ReaderThread found = thread.with(discourse.remarks(thread, this::code));
    store.threads().saveRemarks(thread.digest(), found.remarks());
    return found;
  }

  private Discourse.Coding code(Article text) {
    Pipeline coder = pipeline;
    if (coder == null) {
      coder = Pipeline.of(knowledge, English.load());
      pipeline = coder;
    }
    CodedText coded = coder.text(text);
    return new Discourse.Coding(coded.resolved(), coded.claims());
  }

  /** The claims of the article above a thread that a filter lets through. */
  public List<Claim> claims(Talk talk, Filter filter) {
    Filter here =
        new Filter(
            filter.types(), filter.places(), filter.actors(), filter.sources(), filter.from(), filter.to(),
            filter.certainties(), List.of(talk.head().doc()));
    return store.listClaims(here).stream()
        .filter(c -> c.digest().equals(talk.head().digest()))
        .toList();
  }

  /** What one thread comes to, beside the claims of its article. */
  public Discussion discussion(Talk talk, List<Claim> claims) {
    return discourse.discussion(talk.thread(), claims);
  }

  /** What several threads come to together. */
  public Discussion overAll(List<Talk> talks) {
    return discourse.overAll(talks.stream().map(Talk::thread).toList());
  }
}
