package org.sitrep.cli;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sitrep.assessment.Assessment;
import org.sitrep.claim.Claim;
import org.sitrep.control.ControlLedger;
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
final class Joining {

  /** Where more than one claim in so many came or went, making everything anew is less work. */
  private static final int ONE_IN = 20;

  /** So many claims are fused in less than a second. */
  private static final int WORTH_SAYING = 10_000;

  private final Console console;
  private final Pipeline pipeline;
  private final Store store;
  private final Fusing fusing;
  private final int worthSaying;

  private Joining(Console console, Pipeline pipeline, Store store, int worthSaying) {
    this.worthSaying = worthSaying;
    this.console = console;
    this.pipeline = pipeline;
    this.store = store;
    this.fusing = store.fusing();
  }

  /** Does what is to be done; nothing where events are current. Where all of many are made anew, says so and why. */
  static void bring(Console console, Pipeline pipeline, Store store) {
    bring(console, pipeline, store, WORTH_SAYING);
  }

  /**
   * The same.
   *
   * @param worthSaying from how many claims on it is said that all events are made anew
   */
  static void bring(Console console, Pipeline pipeline, Store store, int worthSaying) {
    if (!store.eventsAreCurrent()) {
      new Joining(console, pipeline, store, worthSaying).bring();
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
        ? Optional.of(Tables.count(changed, "claim") + " came or went beside " + fusing.size() + ", more than one in " + ONE_IN)
        : Optional.empty();
  }

  private void everything(String basis, String why) {
    List<Claim> claims = store.listClaims(Filter.ALL);
    if (claims.size() >= worthSaying) {
      console.say("all events are made anew: " + why);
    }
    Update all = pipeline.events(claims);
    fusing.replace(
        new Fusing.Update(
            all.events(), Set.of(), all.components(), keys(claims), Optional.of(pipeline.ledger(claims))),
        basis);
  }

  private void update(Fusing.Changes changes) {
    Update update = pipeline.events(changes.added(), changes.removed(), new Kept(fusing));
    fusing.update(
        new Fusing.Update(
            update.events(), update.replacedEvents(), update.components(), keys(changes.added()), ledger(changes)));
  }

  /** The whole ledger, where what came or went bears on it. */
  private Optional<ControlLedger> ledger(Fusing.Changes changes) {
    boolean bears =
        !changes.removed().isEmpty()
            || changes.added().stream().anyMatch(c -> Assessment.KINDS.contains(c.type().id()));
    return bears
        ? Optional.of(pipeline.ledger(store.listClaims(Filter.ofTypes(List.copyOf(Assessment.KINDS)))))
        : Optional.empty();
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
