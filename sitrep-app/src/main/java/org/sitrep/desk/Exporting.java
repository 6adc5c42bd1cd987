package org.sitrep.desk;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sitrep.claim.Claim;
import org.sitrep.event.Event;
import org.sitrep.event.Redirect;
import org.sitrep.exchange.Exchange;
import org.sitrep.store.Filter;
import org.sitrep.store.Store;
import tools.jackson.databind.node.ObjectNode;

/** Writes claims or events in a form that other programs read; the same at the command line and in the page. */
public final class Exporting {

  /** The forms that can be asked for. */
  public enum Profile {
    /** The codebook's JSON lines. */
    CLAIMS("application/x-ndjson", "claims.jsonl"),
    /** Events, RFC 7946. */
    GEOJSON("application/geo+json", "events.geojson"),
    /** What became of ids that events had, JSON lines; takes no filter. */
    REDIRECTS("application/x-ndjson", "redirects.jsonl");

    private final String type;
    private final String file;

    Profile(String type, String file) {
      this.type = type;
      this.file = file;
    }

    /** Its media type. */
    public String type() {
      return type;
    }

    /** What a file of it may be called. */
    public String file() {
      return file;
    }

    /**
     * The profile of a name.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static Profile named(String name) {
      for (Profile profile : values()) {
        if (Exchange.name(profile).equals(name.toLowerCase(Locale.ROOT))) {
          return profile;
        }
      }
      throw new IllegalArgumentException("no export profile \"" + name + "\"; there are claims, geojson, redirects");
    }
  }

  /** What is written. */
  public interface Export {

    /** How many claims, events or redirects. */
    int rows();

    /** Writes them. */
    void write(PrintStream out);
  }

  private Exporting() {}

  /** What a filter lets through; superseded versions, where the filter asks for them, are marked as such. */
  public static Export of(Store store, Profile profile, Filter filter) {
    return switch (profile) {
      case CLAIMS -> claims(store, filter);
      case GEOJSON -> {
        List<Event> events = store.listEvents(filter);
        yield export(events.size(), out -> out.print(Exchange.geoJson(events) + "\n"));
      }
      case REDIRECTS -> {
        List<Redirect> redirects = store.listRedirects();
        yield export(redirects.size(), out -> redirects.forEach(r -> out.print(Exchange.redirect(r) + "\n")));
      }
    };
  }

  /** How many rows {@link #of} would write, without reading them. */
  public static int rows(Store store, Profile profile, Filter filter) {
    return switch (profile) {
      case CLAIMS -> store.countClaims(filter);
      case GEOJSON -> store.countEvents(filter);
      case REDIRECTS -> store.listRedirects().size();
    };
  }

  private static Export claims(Store store, Filter filter) {
    List<Claim> claims = store.listClaims(filter);
    Map<String, String> events = store.listEventOfClaim();
    Set<String> superseded = filter.allVersions() ? store.listSuperseded() : Set.of();
    return export(
        claims.size(),
        out -> {
          for (Claim claim : claims) {
            ObjectNode one = Exchange.claim(claim, events.get(claim.id()));
            if (filter.allVersions()) {
              one.put("digest", claim.digest()).put("superseded", superseded.contains(claim.digest()));
            }
            out.print(one + "\n");
          }
        });
  }

  private interface Writer {
    void write(PrintStream out);
  }

  private static Export export(int rows, Writer writer) {
    return new Export() {
      @Override
      public int rows() {
        return rows;
      }

      @Override
      public void write(PrintStream out) {
        writer.write(out);
      }
    };
  }
}
