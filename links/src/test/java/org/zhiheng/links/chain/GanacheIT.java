package org.zhiheng.links.chain;

import java.nio.file.Path;
import java.util.List;

/// Ganache, by EthereumJS in JavaScript: blocks as of Shanghai, and no longer maintained.
final class GanacheIT extends LocalNodeContract {

  @Override
  String npmPackage() {
    return "ganache@7.9.2";
  }

  @Override
  List<String> command(Path modules, int port) {
    return List.of(
        "node",
        modules.resolve("ganache/dist/node/cli.js").toString(),
        "--server.host",
        "127.0.0.1",
        "--server.port",
        String.valueOf(port),
        "--chain.chainId",
        "1337",
        "--wallet.mnemonic",
        WORDS);
  }
}
