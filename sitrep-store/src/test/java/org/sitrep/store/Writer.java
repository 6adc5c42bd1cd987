package org.sitrep.store;

import java.nio.file.Path;
import java.util.List;

/** Saves documents without end and says after each that it is safe; {@link CrashTest} kills it. */
final class Writer {

  static final int CLAIMS = 7;

  private Writer() {}

  public static void main(String[] args) {
    Store store = Store.open(Path.of(args[0]));
    store.beginRun(List.of("endless"));
    for (int n = Integer.parseInt(args[1]); ; n++) {
      store.save(Samples.page(n), Samples.claims(n, CLAIMS), List.of());
      System.out.println(n);
      System.out.flush();
    }
  }
}
