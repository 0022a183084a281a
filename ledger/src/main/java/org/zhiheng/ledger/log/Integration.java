package org.zhiheng.ledger.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zhiheng.ledger.tree.EntryBundle;
import org.zhiheng.ledger.tree.GrowingTree;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.ledger.tree.Hasher;
import org.zhiheng.ledger.tree.OpenBundle;
import org.zhiheng.ledger.tree.Tile;
import org.zhiheng.ledger.tree.TileReader;
import org.zhiheng.ledger.tree.TreeAlgorithm;
import org.zhiheng.ledger.tree.TreeHead;

/// Works entries into both trees and gathers the files that came of it. For one thread.
final class Integration {

  /// Where the SM3 tree is published, below the log's prefix.
  static final String SM3_PREFIX = "gm/";

  private final Hasher sha256 = TreeAlgorithm.SHA_256.hasher();
  private final Hasher sm3 = TreeAlgorithm.SM3.hasher();
  private final byte[] hashes = new byte[Tile.FULL * Hash.LENGTH_BYTES];
  private final OpenBundle bundle = new OpenBundle();

  /// How many entries of the bundle are in the trees. The others wait for company: entries are
  /// hashed a tile at once where they may.
  private int hashed;

  private final List<TileFile> files = new ArrayList<>();
  private GrowingTree main;
  private GrowingTree sibling;

  Integration() {
    main = new GrowingTree(sha256, this::takeMain);
    sibling = new GrowingTree(sm3, this::takeSibling);
  }

  private void takeMain(Tile tile, byte[] hashes) {
    files.add(new TileFile(tile.path(), hashes));
  }

  private void takeSibling(Tile tile, byte[] hashes) {
    files.add(new TileFile(SM3_PREFIX + tile.path(), hashes));
  }

  /// Takes up trees of this size from their tiles.
  void resume(long size, Tiles tiles) throws IOException {
    main = GrowingTree.resume(sha256, this::takeMain, size, reader(tiles, ""));
    sibling = GrowingTree.resume(sm3, this::takeSibling, size, reader(tiles, SM3_PREFIX));
    if (size % Tile.FULL > 0) {
      Tile last = new Tile(0, size / Tile.FULL, (int) (size % Tile.FULL));
      byte[] bytes =
          tiles
              .read(last.entriesPath())
              .orElseThrow(() -> new IOException("there is no " + last.entriesPath()));
      EntryBundle.read(bytes, last.width()).orThrow().forEach(bundle::add);
      hashed = bundle.count();
    }
  }

  /// Tiles of a tree, from files; where a tile that is not full is gone, from the full one.
  static TileReader reader(Tiles tiles, String prefix) {
    return tile -> {
      Optional<byte[]> exact = tiles.read(prefix + tile.path());
      if (exact.isPresent()) {
        return exact.get();
      }
      byte[] full =
          tiles
              .read(prefix + tile.filled().path())
              .orElseThrow(() -> new IOException("there is no " + prefix + tile.path()));
      return Arrays.copyOf(full, tile.lengthBytes());
    };
  }

  void append(byte[] entry) {
    bundle.add(entry);
    if (bundle.full()) {
      settle();
      Tile tile = new Tile(0, main.size() / Tile.FULL - 1, Tile.FULL);
      files.add(new TileFile(tile.entriesPath(), bundle.bytes()));
      bundle.clear();
      hashed = 0;
    }
  }

  /// Puts the entries that wait into the trees.
  private void settle() {
    int count = bundle.count() - hashed;
    bundle.leaves(sha256, hashed, hashes);
    main.append(hashes, 0, count);
    bundle.leaves(sm3, hashed, hashes);
    sibling.append(hashes, 0, count);
    hashed = bundle.count();
  }

  long size() {
    return main.size() + bundle.count() - hashed;
  }

  TreeHead head() {
    settle();
    return main.head();
  }

  TreeHead siblingHead() {
    settle();
    return sibling.head();
  }

  /// Tiles and bundles that became full since it was last asked.
  List<TileFile> completed() {
    if (files.isEmpty()) {
      return List.of();
    }
    List<TileFile> gathered = List.copyOf(files);
    files.clear();
    return gathered;
  }

  /// What became full since it was last asked, and what stands at the edge.
  List<TileFile> files() {
    settle();
    List<TileFile> gathered = new ArrayList<>(completed());
    for (GrowingTree.Edge edge : main.edges()) {
      gathered.add(new TileFile(edge.tile().path(), edge.bytes()));
      if (edge.tile().level() == 0) {
        gathered.add(new TileFile(edge.tile().entriesPath(), bundle.bytes()));
      }
    }
    for (GrowingTree.Edge edge : sibling.edges()) {
      gathered.add(new TileFile(SM3_PREFIX + edge.tile().path(), edge.bytes()));
    }
    return gathered;
  }
}
