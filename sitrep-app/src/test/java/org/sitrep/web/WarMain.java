package org.sitrep.web;

import java.nio.file.Path;

/** Makes a store of any number of events, for looking at the page by hand: FILE EVENTS PLACES DAYS. */
final class WarMain {

  private WarMain() {}

  static void main(String[] args) {
    War.store(Path.of(args[0]), 1, Integer.parseInt(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3])).close();
  }
}
