package org.zhiheng.jobs.prove.data;

import java.util.Optional;
import org.zhiheng.jobs.prove.EvidenceStore;

/// All that is known of a deposit of data.
///
/// @param kept the evidence
/// @param item what it states
/// @param region what is known of the region, if one is stated
/// @param fingerprint nothing where the deposit has none
/// @param term when the certificate ends; nothing without a region
/// @param chain its licences
public record DataSheet(
    EvidenceStore.Kept kept,
    DataItem item,
    Optional<Region> region,
    Optional<SetFingerprint> fingerprint,
    Optional<DataTerm> term,
    LicenceChain chain) {}
