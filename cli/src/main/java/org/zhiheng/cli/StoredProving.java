package org.zhiheng.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.documents.Documents;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.prove.ProveStores;
import org.zhiheng.jobs.prove.SigningKeys;
import org.zhiheng.jobs.prove.WitnessRounds;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.ledger.note.NoteSigner;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.witness.Witness;
import org.zhiheng.links.chain.ChainsFile;
import org.zhiheng.links.time.AuthoritiesFile;
import org.zhiheng.links.witness.KeptRounds;
import org.zhiheng.links.witness.LogPolicy;
import org.zhiheng.store.files.FileKeys;
import org.zhiheng.store.files.ProveFolder;
import org.zhiheng.store.postgres.Database;
import org.zhiheng.store.postgres.PostgresLogClaim;
import org.zhiheng.store.postgres.prove.PostgresCheckpointProofs;
import org.zhiheng.store.postgres.prove.PostgresEvidence;
import org.zhiheng.store.postgres.prove.PostgresHead;
import org.zhiheng.store.postgres.prove.PostgresOutbox;
import org.zhiheng.store.postgres.prove.PostgresWitnessMemory;

/// Proving over a workspace's folder ([ProveFolder]) and database, which holds the log's head.
record StoredProving(
    Path home,
    Database database,
    Records records,
    Documents documents,
    AuditTrail trail,
    SecureRandom random,
    InstantSource clock)
    implements Proving {

  @Override
  public ProveDesk open() throws IOException {
    ProveFolder folder = new ProveFolder(home);
    FileKeys keys = folder.keys(random);
    WitnessRounds rounds = folder.rounds();
    return ProveDesk.of(
        new ProveStores(
            keys,
            new PostgresEvidence(database),
            new PostgresOutbox(database),
            new PostgresCheckpointProofs(database),
            folder.tiles(),
            folder::wal,
            new PostgresHead(database, keys.origin()),
            new PostgresLogClaim(database),
            () ->
                LogPolicy.in(folder.policy())
                    .witnesses(keys.witness().key(), keys.log(), new KeptRounds(rounds, clock)),
            rounds,
            AuthoritiesFile.in(folder.authorities()),
            ChainsFile.in(folder.chains()),
            LogPolicy.in(folder.policy())
                .hints(AuthoritiesFile.certificates(folder.authorities()))),
        records,
        documents,
        trail,
        random,
        clock);
  }

  @Override
  public Optional<SigningKeys.SecondKey> secondKey() throws IOException {
    return new ProveFolder(home).secondKey().read(random);
  }

  @Override
  public SigningKeys.SecondKey makeSecondKey(String name) throws IOException {
    return new ProveFolder(home).secondKey().make(name, clock.instant(), random);
  }

  @Override
  public OwnWitness witness(Map<String, List<VerifierKey>> logs) throws IOException {
    NoteSigner key = new ProveFolder(home).keys(random).witness();
    return new OwnWitness(
        key.key(), new Witness(logs, List.of(key), new PostgresWitnessMemory(database), clock));
  }
}
