#pragma once

#include "tools/context.h"

namespace CLI {
class App;
}

namespace muragat::tools {

// Adds each verb to the command line; the verb that is given sets `action`. One file a verb.
void RegisterInit(CLI::App& app, Action& action);
void RegisterImport(CLI::App& app, Action& action);
void RegisterRemove(CLI::App& app, Action& action);
void RegisterWithdraw(CLI::App& app, Action& action);
void RegisterDocuments(CLI::App& app, Action& action);
void RegisterTree(CLI::App& app, Action& action);
void RegisterShow(CLI::App& app, Action& action);
void RegisterCat(CLI::App& app, Action& action);
void RegisterLog(CLI::App& app, Action& action);
void RegisterDiff(CLI::App& app, Action& action);
void RegisterBlame(CLI::App& app, Action& action);
void RegisterApply(CLI::App& app, Action& action);
void RegisterLineage(CLI::App& app, Action& action);
void RegisterLink(CLI::App& app, Action& action);
void RegisterUnlink(CLI::App& app, Action& action);
void RegisterReform(CLI::App& app, Action& action);
void RegisterExport(CLI::App& app, Action& action);
void RegisterPhrase(CLI::App& app, Action& action);
void RegisterSearch(CLI::App& app, Action& action);
void RegisterChanges(CLI::App& app, Action& action);
void RegisterWatch(CLI::App& app, Action& action);
void RegisterVerify(CLI::App& app, Action& action);
void RegisterCheckpoint(CLI::App& app, Action& action);
void RegisterProve(CLI::App& app, Action& action);
void RegisterVerifyProof(CLI::App& app, Action& action);
void RegisterStats(CLI::App& app, Action& action);
void RegisterCompact(CLI::App& app, Action& action);
void RegisterRecapture(CLI::App& app, Action& action);
void RegisterReindex(CLI::App& app, Action& action);
void RegisterBackup(CLI::App& app, Action& action);
void RegisterRestore(CLI::App& app, Action& action);

}  // namespace muragat::tools
