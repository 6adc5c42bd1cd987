package org.sitrep.store;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.sitrep.claim.Claim;
import org.sitrep.mention.Location;
import org.sitrep.time.TimeWindow;

/**
 * How long one more document takes in a large store, part by part: {@code FusingTrial FILE COPIES} makes the
 * store where it is not there (a thousand claims, copied), then saves twenty documents one by one and brings
 * events up to date by {@link ToyFusion} after each. Prints medians in milliseconds of CPU.
 */
final class FusingTrial {

  private static final int DOCUMENTS = 500;
  private static final int CLAIMS = 2;
  private static final int ROUNDS = 20;
  private static final String[] PARTS = {"save", "changes", "documents", "components", "fuse and update", "all"};

  private FusingTrial() {}

  public static void main(String[] args) throws SQLException {
    Path file = Path.of(args[0]);
    if (!Files.exists(file)) {
      make(file, Integer.parseInt(args[1]));
    }
    try (Store store = Store.open(file)) {
      store.beginRun(List.of("trial"));
      Random random = new Random(System.nanoTime());
      double[][] times = new double[PARTS.length][ROUNDS];
      for (int i = -3; i < ROUNDS; i++) {
        double[] took = round(store, random, 900_000 + random.nextInt(1 << 28));
        for (int p = 0; i >= 0 && p < PARTS.length; p++) {
          times[p][i] = took[p];
        }
      }
      for (int p = 0; p < PARTS.length; p++) {
        Arrays.sort(times[p]);
        System.out.printf(Locale.ROOT, "%-16s median %6.1f  slowest %6.1f ms of CPU%n", PARTS[p], times[p][ROUNDS / 2], times[p][ROUNDS - 1]);
      }
    }
  }

  private static double[] round(Store store, Random random, int page) {
    List<Claim> claims = claims(page, "digest" + page, random);
    long[] at = new long[PARTS.length];
    at[0] = now();
    store.save(Samples.version(page, "digest" + page), claims, List.of());
    at[1] = now();
    Fusing.Changes changes = store.fusing().changes();
    at[2] = now();
    Set<Long> keys = new HashSet<>();
    for (Claim claim : changes.added()) {
      for (long key : ToyFusion.keys(claim)) {
        keys.add(key);
      }
    }
    List<Claim> near = store.fusing().documentsUnder(keys);
    at[3] = now();
    Set<String> ids = new HashSet<>();
    near.forEach(c -> ids.add(c.id()));
    store.fusing().components(ids);
    at[4] = now();
    store.fusing().update(ToyFusion.update(store.fusing()));
    at[5] = now();
    double[] took = new double[PARTS.length];
    for (int p = 0; p + 1 < PARTS.length; p++) {
      took[p] = (at[p + 1] - at[p]) / 1e6;
    }
    // the last part asks for changes, documents and components once more
    took[4] -= took[1] + took[2] + took[3];
    took[5] = took[0] + took[1] + took[2] + took[3] + took[4];
    return took;
  }

  /** CPU time of all threads of the process, those of the database too. */
  private static long now() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
  }

  private static void make(Path file, int copies) throws SQLException {
    Random random = new Random(1);
    try (Store store = Store.open(file)) {
      store.beginRun(List.of("made up"));
      for (int page = 1; page <= DOCUMENTS; page++) {
        store.save(Samples.version(page, "digest" + page), claims(page, "digest" + page, random), List.of());
      }
      store.fusing().replace(ToyFusion.all(store.listClaims(Filter.ALL)), "trial");
    }
    try (Connection db = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement s = db.createStatement()) {
      String k = " FROM %s, range(1, " + copies + ") t(k)";
      String id = "%1$s || '~' || k AS %1$s";
      copy(s, "documents", k, "seq + k * " + DOCUMENTS + " AS seq", id.formatted("digest"), id.formatted("doc"), id.formatted("url"), id.formatted("address"));
      copy(s, "versions", k, "nextval('version_seq') AS seq", id.formatted("work"), id.formatted("digest"));
      long claims = (long) DOCUMENTS * CLAIMS;
      copy(s, "claims", k, "seq + k * " + claims + " AS seq", id.formatted("claim_id"), id.formatted("digest"), id.formatted("doc"));
      copy(s, "fused", k, "doc + k * " + claims + " AS doc", "claim + k * " + claims + " AS claim", id.formatted("claim_id"), id.formatted("digest"), id.formatted("component"));
      copy(s, "claim_keys", k, "doc + k * " + claims + " AS doc", "(hash(key, k) >> 1)::BIGINT AS key");
      copy(s, "events", k, "seq + k * " + claims + " AS seq", id.formatted("event_id"));
      copy(s, "event_claims", k, id.formatted("event_id"), id.formatted("claim_id"), id.formatted("digest"));
      s.execute("CHECKPOINT");
    }
  }

  private static void copy(Statement s, String table, String from, String... replaced) throws SQLException {
    String columns = String.join(", ", replaced);
    s.execute(
        "INSERT INTO " + table + " SELECT o.* REPLACE (" + columns + ")"
            + from.formatted(table + " o") + (table.equals("versions") ? "" : " ORDER BY k"));
  }

  private static List<Claim> claims(int page, String digest, Random random) {
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < CLAIMS; i++) {
      Claim c = Samples.claim(page, i);
      LocalDate start = LocalDate.of(2018, 1, 1).plusDays(random.nextInt(360));
      Location p = Samples.place();
      Location place =
          new Location(
              p.surface(), "Place " + random.nextInt(3), p.status(), p.place(), p.lat(), p.lon(), p.km(), p.step(), List.of());
      claims.add(
          new Claim(
              "c-" + digest + "-" + i, c.doc(), digest, c.publisher(), Optional.of(start), c.section(),
              c.evidence(), c.type(), c.subType(), c.actors(), c.targets(), List.of(place),
              Optional.of(TimeWindow.day(start)), c.attribution(), c.certainty(), c.casualties(), c.materiel(),
              c.distance(), c.provenance()));
    }
    return claims;
  }
}
