package org.sitrep.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sitrep.discussion.ReaderThread;
import org.sitrep.discussion.Remark;

/**
 * The part of a store that holds what readers wrote. Its tables have no key into claims, events or control, and
 * nothing that those are made of is read from them. Thread-safe, as the {@link Store} is.
 */
public final class Threads {

  private final Store store;

  Threads(Store store) {
    this.store = store;
  }

  /** What was deleted: posts, and snapshots of pages that they stood on. */
  public record Deleted(int posts, int pages) {}

  /** The thread below a snapshot, with what was found in it so far; empty where there is none. */
  public Optional<ReaderThread> find(String digest) {
    synchronized (store) {
      return store.ask(() -> DiscussionTable.find(store.db(), digest));
    }
  }

  /** Keeps what was found in the posts of a snapshot, in place of what was kept before. */
  public void saveRemarks(String digest, List<Remark> remarks) {
    synchronized (store) {
      store.inTransaction(() -> DiscussionTable.saveRemarks(store.db(), digest, remarks));
    }
  }

  /**
   * Deletes everything that readers wrote on a page: posts, what was found in them, and their words in the
   * stored text of all its snapshots, where only the article stays. When the page is read again its posts are
   * not kept. Also for a page that has not been read.
   *
   * @param page its address, or the id or digest of its document
   */
  public Deleted erase(String page) {
    synchronized (store) {
      Deleted[] deleted = new Deleted[1];
      store.inTransaction(() -> deleted[0] = DiscussionTable.erase(store.db(), page));
      store.compact();
      return deleted[0];
    }
  }

  /**
   * Deletes the words of all posts that were read before a time. Who answered whom, the keyed authors, and what was found
   * in the posts stay.
   */
  public Deleted purge(Instant before) {
    synchronized (store) {
      Deleted[] deleted = new Deleted[1];
      store.inTransaction(() -> deleted[0] = DiscussionTable.purge(store.db(), before));
      store.compact();
      return deleted[0];
    }
  }

  /** How many posts were read before a time and still have their words. */
  public int countRaw(Instant before) {
    synchronized (store) {
      return store.ask(() -> DiscussionTable.countRaw(store.db(), before));
    }
  }
}
