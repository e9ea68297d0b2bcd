#pragma once

#include "tools/verb.h"

namespace muragat::tools {

// Adds each verb to the command line. One file a verb.
void RegisterInit(const Verb& program);
void RegisterImport(const Verb& program);
void RegisterRemove(const Verb& program);
void RegisterWithdraw(const Verb& program);
void RegisterDocuments(const Verb& program);
void RegisterTree(const Verb& program);
void RegisterShow(const Verb& program);
void RegisterCat(const Verb& program);
void RegisterLog(const Verb& program);
void RegisterDiff(const Verb& program);
void RegisterBlame(const Verb& program);
void RegisterApply(const Verb& program);
void RegisterLineage(const Verb& program);
void RegisterLink(const Verb& program);
void RegisterUnlink(const Verb& program);
void RegisterReform(const Verb& program);
void RegisterExport(const Verb& program);
void RegisterPhrase(const Verb& program);
void RegisterSearch(const Verb& program);
void RegisterChanges(const Verb& program);
void RegisterWatch(const Verb& program);
void RegisterVerify(const Verb& program);
void RegisterCheckpoint(const Verb& program);
void RegisterProve(const Verb& program);
void RegisterVerifyProof(const Verb& program);
void RegisterStats(const Verb& program);
void RegisterCompact(const Verb& program);
void RegisterRecapture(const Verb& program);
void RegisterReindex(const Verb& program);
void RegisterBackup(const Verb& program);
void RegisterRestore(const Verb& program);

}  // namespace muragat::tools
