package org.sitrep.web;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sitrep.control.ControlLedger;
import org.sitrep.event.Event;
import org.sitrep.event.Why;
import org.sitrep.store.Filter;

/** Two events, of which the first is said to be possibly the second. */
final class Near {

  private Near() {}

  static Served served(Path dir) throws IOException {
    Served served =
        Served.of(
            dir,
            Served.record("a", "Wire", "2017-09-24", "The Syrian army captured Maadan from ISIS on Friday, the army said."),
            Served.record("b", "Post", "2017-09-25", "Russian warplanes bombed Raqqa on Saturday, activists said."));
    List<Event> events = new ArrayList<>(served.store().listEvents(Filter.ALL));
    Event first = events.getFirst();
    Event other = events.getLast();
    Why.Possible possible =
        new Why.Possible(other.id(), 3.5, first.claims().getFirst().id(), other.claims().getFirst().id(), List.of(new Why.Term("where", "the same place", 3.5)));
    events.set(
        0,
        new Event(
            first.id(), first.type(), first.place(), first.time(), first.actors(), first.targets(), first.claims(), first.roots(), first.losses(), first.casualties(),
            first.contradictions(), new Why(List.of(), List.of(possible), List.of())));
    served.store().replaceEvents(events, new ControlLedger(List.of(), List.of()));
    return served;
  }
}
