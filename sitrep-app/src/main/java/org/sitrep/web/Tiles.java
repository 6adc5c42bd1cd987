package org.sitrep.web;

import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What a user wants the map to be drawn on in the place of the outline that comes with the page. */
public sealed interface Tiles {

  /**
   * A file of tiles, which this machine reads.
   *
   * @param file a PMTiles archive of pictures
   */
  record Archive(Path file) implements Tiles {}

  /**
   * A server of tiles, which browsers ask.
   *
   * @param url with {z}, {x} and {y} where the numbers of a tile go
   */
  record Server(String url) implements Tiles {

    private static final Pattern NUMBERS = Pattern.compile("\\{(z|x|-?y)}");

    public Server {
      String plain = NUMBERS.matcher(url).replaceAll("0");
      boolean whole = url.contains("{z}") && url.contains("{x}") && (url.contains("{y}") || url.contains("{-y}"));
      if (!whole || !plain.matches("https?://[A-Za-z0-9.-]+(:\\d{1,5})?/[A-Za-z0-9._~/?&=%@+,-]*")) {
        throw new IllegalArgumentException("\"" + url + "\" is no address of tiles; it is written as https://tiles.example.org/{z}/{x}/{y}.png");
      }
    }

    /** What the page has to be allowed to load pictures from. */
    public String origin() {
      URI address = URI.create(NUMBERS.matcher(url).replaceAll("0"));
      return address.getScheme() + "://" + address.getRawAuthority();
    }
  }

  /**
   * A file, or an address.
   *
   * @throws IllegalArgumentException in words, where it is an address without {z}, {x} and {y}
   */
  static Tiles of(String given) {
    return given.matches("(?i)https?://.*") ? new Server(given) : new Archive(Path.of(given));
  }
}
