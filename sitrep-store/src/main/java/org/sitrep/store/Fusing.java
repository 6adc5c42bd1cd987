package org.sitrep.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sitrep.claim.Claim;
import org.sitrep.control.LedgerChange;
import org.sitrep.event.Event;

/**
 * The part of a store that lets events be brought up to date without making all of them anew: what has changed
 * since they were made, under which keys each document is filed, and which claims hang together. Whoever fuses
 * gives keys and components, and asks for the documents and components that a change touches. Thread-safe, as
 * the {@link Store} is.
 */
public final class Fusing {

  private final Store store;

  Fusing(Store store) {
    this.store = store;
  }

  /**
   * What has changed since events were made.
   *
   * @param added claims of documents or versions that are in no event yet, in the order of reading
   * @param removed claims whose version of a document is the latest no more
   */
  public record Changes(List<Claim> added, List<Claim> removed) {
    public Changes {
      added = List.copyOf(added);
      removed = List.copyOf(removed);
    }

    /** The ids of those that went; one of them may be the id of a claim that came. */
    public Set<String> removedIds() {
      return removed.stream().map(Claim::id).collect(Collectors.toSet());
    }
  }

  /**
   * What a change makes of events.
   *
   * @param events new or changed ones
   * @param replaced ids of events that these take the place of, or that are no more
   * @param components of each claim that was looked at, by its id: which others it may be in one event with
   * @param keys under which each added claim is filed, by its id
   * @param ledger what changes in the control ledger; where everything is replaced, all of its entries
   */
  public record Update(
      List<Event> events,
      Set<String> replaced,
      Map<String, String> components,
      Map<String, long[]> keys,
      LedgerChange ledger) {
    public Update {
      events = List.copyOf(events);
      replaced = Set.copyOf(replaced);
      components = Map.copyOf(components);
      keys = Map.copyOf(keys);
    }
  }

  /**
   * Whether events can be brought up to date: they were made as a whole, by the same knowledge, with keys and
   * components.
   *
   * @param knowledge a digest of all that fusion goes by
   */
  public boolean isReady(String knowledge) {
    synchronized (store) {
      return store.ask(() -> !knowledge.isEmpty() && Opening.meta(store.db(), "fused_with").equals(knowledge));
    }
  }

  /** Whether events were made as a whole, with keys and components, by whatever knowledge. */
  public boolean isReady() {
    synchronized (store) {
      return store.ask(() -> !Opening.meta(store.db(), "fused_with").isEmpty());
    }
  }

  /** How many claims the events were made of. */
  public long size() {
    synchronized (store) {
      return store.ask(() -> FusedTable.size(store.db()));
    }
  }

  /** What has changed since events were made. */
  public Changes changes() {
    synchronized (store) {
      return store.ask(() -> FusedTable.changes(store.db(), store.asked()));
    }
  }

  /** All claims of all documents that are filed under one of these keys, in the order of reading. */
  public List<Claim> documentsUnder(Set<Long> keys) {
    synchronized (store) {
      return store.ask(() -> store.asked().underKeys(store.db(), keys));
    }
  }

  /** All claims of all documents of the components that these claims belong to, in the order of reading. */
  public List<Claim> components(Set<String> claims) {
    synchronized (store) {
      return store.ask(() -> store.asked().components(store.db(), claims));
    }
  }

  /**
   * Puts all events in the place of those that are there, so that they can be brought up to date from now on.
   *
   * @param knowledge a digest of all that fusion went by
   */
  public void replace(Update all, String knowledge) {
    synchronized (store) {
      store.inFusing(() -> FusedTable.replace(store.db(), all, knowledge));
    }
  }

  /** Brings events up to date with {@link #changes}. */
  public void update(Update update) {
    synchronized (store) {
      store.inFusing(() -> FusedTable.update(store.db(), update, store.asked()));
    }
  }
}
