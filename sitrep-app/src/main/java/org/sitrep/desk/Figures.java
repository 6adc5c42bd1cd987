package org.sitrep.desk;

import org.sitrep.event.CasualtyFigure;
import org.sitrep.event.CasualtyPolicy;
import org.sitrep.event.Event;
import org.sitrep.exchange.Exchange;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Adds to an event as JSON what a policy makes of its losses. Thread-safe. */
public final class Figures {

  private Figures() {}

  /** Adds {@code casualties}: the policy, and a figure for each fate and group. */
  public static ObjectNode put(ObjectNode out, Event event, CasualtyPolicy policy) {
    out.set("casualties", of(event, policy));
    return out;
  }

  /** What a policy makes of the losses of an event. */
  public static ObjectNode of(Event event, CasualtyPolicy policy) {
    ObjectNode figures = Exchange.object().put("policy", policy.id());
    figures.remove("schema_version");
    ArrayNode all = figures.putArray("figures");
    for (CasualtyFigure figure : policy.of(event)) {
      ObjectNode one = all.addObject().put("fate", Exchange.name(figure.fate())).put("group", figure.group());
      one.put("low", figure.low());
      figure.best().ifPresent(best -> one.put("best", best));
      if (figure.high().isPresent()) {
        one.put("high", figure.high().getAsInt());
      } else {
        one.putNull("high");
      }
    }
    return figures;
  }
}
