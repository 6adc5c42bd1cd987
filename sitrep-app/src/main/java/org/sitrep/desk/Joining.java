package org.sitrep.desk;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.sitrep.claim.Claim;
import org.sitrep.control.LedgerChange;
import org.sitrep.flow.Issue;
import org.sitrep.fusion.Known;
import org.sitrep.fusion.Update;
import org.sitrep.pipeline.Pipeline;
import org.sitrep.store.Filter;
import org.sitrep.store.Fusing;
import org.sitrep.store.Store;

/**
 * Brings the events and the control ledger of a store up to date with its claims. Where few claims came or went, only
 * what they touch is worked out anew; the events are the same as if all were.
 */
public final class Joining {

  /** Where more than one claim in so many came or went, making everything anew is less work. */
  private static final int ONE_IN = 20;

  /** So many claims are fused in less than a second. */
  private static final int WORTH_SAYING = 10_000;

  private final Consumer<String> tell;
  private final Pipeline pipeline;
  private final Store store;
  private final Fusing fusing;
  private final int worthSaying;

  private Joining(Pipeline pipeline, Store store, Consumer<String> tell, int worthSaying) {
    this.worthSaying = worthSaying;
    this.tell = tell;
    this.pipeline = pipeline;
    this.store = store;
    this.fusing = store.fusing();
  }

  /** Does what is to be done; nothing where events are current. */
  public static void bring(Pipeline pipeline, Store store) {
    bring(pipeline, store, said -> {});
  }

  /**
   * The same.
   *
   * @param tell is told, where all of many events are made anew, that they are and why
   */
  public static void bring(Pipeline pipeline, Store store, Consumer<String> tell) {
    bring(pipeline, store, tell, WORTH_SAYING);
  }

  /** The same, saying so from another number of claims on. */
  public static void bring(Pipeline pipeline, Store store, Consumer<String> tell, int worthSaying) {
    if (!store.eventsAreCurrent()) {
      new Joining(pipeline.ruledBy(store.listRulings()), store, tell, worthSaying).bring();
    }
  }

  private void bring() {
    String basis = pipeline.basis();
    Optional<Fusing.Changes> changes = fusing.isReady(basis) ? Optional.of(fusing.changes()) : Optional.empty();
    Optional<String> obstacle = obstacle(changes);
    if (obstacle.isEmpty()) {
      update(changes.orElseThrow());
    } else {
      everything(basis, obstacle.get());
    }
  }

  /** Why all events are to be made anew; empty where that is not needed. */
  private Optional<String> obstacle(Optional<Fusing.Changes> changes) {
    if (changes.isEmpty()) {
      return Optional.of(fusing.isReady() ? "the packs or the method have changed" : "there are none to start from");
    }
    int changed = changes.get().added().size() + changes.get().removed().size();
    return (long) changed * ONE_IN > fusing.size()
        ? Optional.of(changed + " claims came or went beside " + fusing.size() + ", more than one in " + ONE_IN)
        : Optional.empty();
  }

  private void everything(String basis, String why) {
    List<Claim> claims = store.listClaims(Filter.ALL);
    if (claims.size() >= worthSaying) {
      tell.accept("all events are made anew: " + why);
    }
    Update all = pipeline.events(claims);
    if (!all.issues().isEmpty()) {
      List<Issue> known = store.listIssues();
      store.addIssues(all.issues().stream().filter(i -> !known.contains(i)).toList());
    }
    fusing.replace(
        new Fusing.Update(
            all.events(), Set.of(), all.components(), keys(claims),
            new LedgerChange(Set.of(), pipeline.assessment().entries(claims))),
        basis);
  }

  private void update(Fusing.Changes changes) {
    Known known = new Kept(fusing);
    Update update = pipeline.events(changes.added(), changes.removedIds(), known);
    LedgerChange ledger = pipeline.ledger(changes.added(), changes.removed(), known);
    fusing.update(
        new Fusing.Update(
            update.events(), update.replacedEvents(), update.components(), keys(changes.added()), ledger));
  }

  private Map<String, long[]> keys(List<Claim> claims) {
    Map<String, List<Claim>> documents =
        claims.stream().collect(Collectors.groupingBy(Claim::doc, LinkedHashMap::new, Collectors.toList()));
    Map<String, long[]> keys = new HashMap<>(2 * claims.size());
    documents.values().forEach(document -> keys.putAll(pipeline.keys(document)));
    return keys;
  }

  /** The store's claims as fusion asks for them. */
  private record Kept(Fusing fusing) implements Known {

    @Override
    public List<Claim> documentsUnder(Set<Long> keys) {
      return fusing.documentsUnder(keys);
    }

    @Override
    public List<Claim> components(Set<String> claimIds) {
      return fusing.components(claimIds);
    }
  }
}
