package org.sitrep.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Notation;
import org.sitrep.event.Event;
import org.sitrep.exchange.Exchange;
import org.sitrep.store.Store;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The claims of an event as they are cited: with who vouches, and the headline of what no publisher is known of. Not thread-safe. */
final class Cited {

  private final Store store;
  private final Map<String, Optional<String>> headlines = new HashMap<>();

  Cited(Store store) {
    this.store = store;
  }

  void write(ArrayNode out, Event event) {
    for (Claim claim : event.claims()) {
      ObjectNode one = Exchange.claim(claim, event.id()).put("notation", Notation.of(claim)).put("root", claim.root());
      if (claim.publisher().isEmpty()) {
        headlines.computeIfAbsent(claim.digest(), this::headline).ifPresent(h -> one.put("headline", h));
      }
      out.add(one.put("digest", claim.digest()));
    }
  }

  private Optional<String> headline(String digest) {
    return store.findDocument(digest).flatMap(document -> document.head().headline());
  }
}
