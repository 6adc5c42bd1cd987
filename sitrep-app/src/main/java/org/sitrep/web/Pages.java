package org.sitrep.web;

import io.helidon.webserver.http.ServerRequest;
import java.util.List;

/** Which part of a long list is asked for by {@code offset} and {@code limit}. */
record Pages(int offset, int limit) {

  /**
   * What a request asks for.
   *
   * @throws IllegalArgumentException in words, where these are no numbers
   */
  static Pages of(ServerRequest request, int usual, int most) {
    return new Pages(Api.number(request, "offset", 0, Integer.MAX_VALUE), Api.number(request, "limit", usual, most));
  }

  /** The page of as many that the one at {@code place} stands on. */
  Pages with(int place) {
    return limit == 0 ? this : new Pages(place - place % limit, limit);
  }

  <T> List<T> of(List<T> all) {
    int from = Math.min(offset, all.size());
    return all.subList(from, (int) Math.min(all.size(), (long) from + limit));
  }
}
