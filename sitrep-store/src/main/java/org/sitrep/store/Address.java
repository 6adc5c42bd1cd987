package org.sitrep.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * What two spellings of one web address share: host, path and query, without scheme, fragment, default port
 * and closing slash. A site's front page is no document's address: pages name it by mistake.
 */
final class Address {

  private Address() {}

  static Optional<String> key(String url) {
    URI uri;
    try {
      uri = new URI(url.strip());
    } catch (URISyntaxException e) {
      return url.isBlank() ? Optional.empty() : Optional.of(url.strip());
    }
    if (uri.getHost() == null) {
      return Optional.of(url.strip());
    }
    String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("/+$", "");
    if (path.isEmpty() && uri.getRawQuery() == null) {
      return Optional.empty();
    }
    int port = uri.getPort();
    return Optional.of(
        uri.getHost().toLowerCase(Locale.ROOT)
            + (port < 0 || port == 80 || port == 443 ? "" : ":" + port)
            + path
            + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
  }
}
