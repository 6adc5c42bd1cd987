package org.sitrep.exchange;

import org.sitrep.event.Episode;
import org.sitrep.event.Event;
import org.sitrep.event.Loss;
import org.sitrep.event.Redirect;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What belongs to events and is no claim: losses row by row, episodes, redirects. */
final class EventParts {

  private EventParts() {}

  /** Adds what is stated of losses, row by row. */
  static void losses(ObjectNode out, Event event) {
    if (event.losses().isEmpty()) {
      return;
    }
    ArrayNode rows = out.putArray("losses");
    for (Loss loss : event.losses()) {
      ObjectNode row = rows.addObject();
      row.put("root", loss.root()).put("claim_id", loss.claim()).put("fate", Exchange.name(loss.fate()));
      row.put("low", loss.low());
      if (loss.high().isPresent()) {
        row.put("high", loss.high().getAsInt());
      } else {
        row.putNull("high");
      }
      row.put("qualifier", Exchange.name(loss.qualifier())).put("population", loss.population());
      loss.side().ifPresent(side -> row.put("side", side));
      if (!loss.group().isEmpty()) {
        row.put("group", loss.group());
      }
    }
  }

  static void episode(ObjectNode out, Episode episode) {
    out.put("start", episode.start().toString()).put("end", episode.end().toString());
    ArrayNode sides = out.putArray("sides");
    episode.sides().forEach(sides::add);
    ArrayNode events = out.putArray("events");
    episode.events().forEach(events::add);
  }

  static void redirect(ObjectNode out, Redirect redirect) {
    out.put("from", redirect.from());
    ArrayNode to = out.putArray("to");
    redirect.to().forEach(to::add);
    out.put("reason", Exchange.name(redirect.reason())).put("when", redirect.when().toString());
  }
}
