package org.sitrep.web;

import io.helidon.webserver.http.ServerRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sitrep.claim.Certainty;
import org.sitrep.store.Filter;

/** Filters as they stand in an address: named and valued like the options of the command line. */
final class Filters {

  /** All of them, in the order in which they are shown. */
  static final List<String> NAMES = List.of("type", "place", "actor", "source", "from", "to", "certainty", "doc", "contested");

  private Filters() {}

  /**
   * The filter that a request asks for.
   *
   * @param others what else it may ask for
   * @throws IllegalArgumentException in words, for what is no filter, or no value of one
   */
  static Filter of(ServerRequest request, String... others) {
    for (String name : request.query().names()) {
      if (!name.isEmpty() && !NAMES.contains(name) && !Arrays.asList(others).contains(name)) {
        throw new IllegalArgumentException("there is no filter \"" + name + "\"; there are " + String.join(", ", NAMES));
      }
    }
    Optional<LocalDate> from = Api.day(request, "from");
    Optional<LocalDate> to = Api.day(request, "to");
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      throw new IllegalArgumentException("to " + to.get() + " is before from " + from.get());
    }
    Filter filter =
        new Filter(
            Api.values(request, "type"),
            Api.values(request, "place"),
            Api.values(request, "actor"),
            Api.values(request, "source"),
            from,
            to,
            Api.values(request, "certainty").stream().map(Filters::certainty).toList(),
            Api.values(request, "doc"));
    return flag(request, "contested") ? filter.onlyContested() : filter;
  }

  /** Whether a flag is set: true, or without a value. */
  static boolean flag(ServerRequest request, String name) {
    List<String> values = request.query().all(name, List::of);
    for (String value : values) {
      if (!List.of("", "true", "false").contains(value)) {
        throw new IllegalArgumentException("\"" + value + "\" is no value of " + name + "; it is true or left out");
      }
    }
    return !values.isEmpty() && !values.getFirst().equals("false");
  }

  private static Certainty certainty(String name) {
    try {
      return Certainty.valueOf(name.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      String all = Arrays.stream(Certainty.values()).map(c -> c.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
      throw new IllegalArgumentException("there is no certainty \"" + name + "\"; there are " + all, e);
    }
  }
}
