<?php
// Diffs two files with wikidiff2 and prints, as JSON, the seconds of each round:
// {"table": […], "inline": […]}, as wikidiff2_do_diff and wikidiff2_inline_diff take them.
// Usage: php wikidiff2.php OLDER NEWER ROUNDS. Exit: 0; 1 a file cannot be read; 3 there is no wikidiff2.

if (!function_exists('wikidiff2_do_diff')) {
    fwrite(STDERR, "wikidiff2: not loaded\n");
    exit(3);
}
[, $older_path, $newer_path, $rounds] = $argv;
$older = file_get_contents($older_path);
$newer = file_get_contents($newer_path);
if ($older === false || $newer === false) {
    exit(1);
}
$seconds = ['table' => [], 'inline' => []];
for ($round = 0; $round < (int)$rounds; ++$round) {
    $began = hrtime(true);
    $table = wikidiff2_do_diff($older, $newer, 2);
    $seconds['table'][] = (hrtime(true) - $began) / 1e9;
    $began = hrtime(true);
    $inline = wikidiff2_inline_diff($older, $newer, 2);
    $seconds['inline'][] = (hrtime(true) - $began) / 1e9;
}
echo json_encode($seconds), "\n";
