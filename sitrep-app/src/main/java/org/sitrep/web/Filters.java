package org.sitrep.web;

import io.helidon.webserver.http.ServerRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
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
    Optional<LocalDate> from = day(request, "from");
    Optional<LocalDate> to = day(request, "to");
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

  private static boolean flag(ServerRequest request, String name) {
    List<String> values = request.query().all(name, List::of);
    for (String value : values) {
      if (!List.of("", "true", "false").contains(value)) {
        throw new IllegalArgumentException("\"" + value + "\" is no value of " + name + "; it is true or left out");
      }
    }
    return !values.isEmpty() && !values.getFirst().equals("false");
  }

  private static Optional<LocalDate> day(ServerRequest request, String name) {
    try {
      return Api.day(request, name);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("\"" + Api.values(request, name).getFirst() + "\" is no day; days are as 2017-09-24", e);
    }
  }

  private static Certainty certainty(String name) {
    try {
      return Certainty.valueOf(name.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      String all = Arrays.stream(Certainty.values()).map(c -> c.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
      throw new IllegalArgumentException("there is no certainty \"" + name + "\"; there are " + all, e);
    }
  }

  /** A whole number from a request, within bounds. */
  static int number(ServerRequest request, String name, int standard, int most) {
    List<String> values = new ArrayList<>(Api.values(request, name));
    if (values.isEmpty()) {
      return standard;
    }
    try {
      return Math.clamp(Integer.parseInt(values.getFirst()), 0, most);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " is a whole number, not \"" + values.getFirst() + "\"", e);
    }
  }
}
