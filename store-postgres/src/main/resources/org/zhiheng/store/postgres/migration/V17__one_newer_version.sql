-- A version is replaced by one newer version (bytes 68 to 99 of its leaf name the one before): two who
-- replace it in the same moment do not both come through.
create unique index evidence_superseded on evidence (substring(leaf from 69 for 32))
  where get_byte(leaf, 2) * 256 + get_byte(leaf, 3) = 8;
