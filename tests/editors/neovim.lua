-- Neovim's checks; run.sh starts them and says in the environment what they need.
local checkout, server, folder = os.getenv('CHECKOUT'), os.getenv('DIGESTLSP'), os.getenv('FOLDER')
local output = assert(io.open(os.getenv('OUTPUT'), 'a'))
local seconds = 20 -- for one wait
local title = '𝛼-Rhythms at Shared Desks: Listening to Readers Who Sit Side by Side'

local function say(line)
  output:write(line .. '\n')
  output:flush()
end

local function check(name, body)
  local start = vim.loop.hrtime()
  local passed, problem = xpcall(body, function(message)
    return tostring(message)
  end)
  say(('%s  Neovim: %s  (%.1f s)'):format(passed and 'ok  ' or 'FAIL', name, (vim.loop.hrtime() - start) / 1e9))
  if not passed then
    say('      ' .. problem:gsub('\n', '\n      '))
  end
end

local function equal(expected, actual)
  if not vim.deep_equal(expected, actual) then
    error(('expected %s\nbut was %s'):format(vim.inspect(expected), vim.inspect(actual)), 0)
  end
end

local function wait_until(what, condition, state)
  if not vim.wait(seconds * 1000, condition, 10) then
    error(('waited %d s until %s; %s'):format(seconds, what, state and vim.inspect(state()) or ''), 0)
  end
end

local function open(name)
  vim.cmd('edit ' .. vim.fn.fnameescape(folder .. '/' .. name))
end

local function here()
  return { vim.fn.fnamemodify(vim.api.nvim_buf_get_name(0), ':t'), vim.api.nvim_win_get_cursor(0)[1] }
end

local function type_keys(keys)
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(keys, true, false, true), 'tx', false)
end

-- Lines from 1, and the very text that is underlined.
local function found()
  local list = vim.tbl_map(function(item)
    local text = vim.api.nvim_buf_get_text(0, item.lnum, item.col, item.end_lnum, item.end_col, {})
    return { item.code or item.user_data.lsp.code, item.lnum + 1, table.concat(text, '\n') }
  end, vim.diagnostic.get(0))
  table.sort(list, function(a, b)
    return a[2] < b[2]
  end)
  return list
end

local function rules()
  return table.concat(vim.tbl_map(function(item)
    return item[1]
  end, found()), ' ')
end

local function places()
  return vim.tbl_map(function(item)
    return vim.fn.fnamemodify(vim.fn.bufname(item.bufnr), ':t') .. ':' .. item.lnum
  end, vim.fn.getqflist())
end

local function wait_for_rules(expected)
  wait_until('the findings are ' .. expected, function()
    return rules() == expected
  end, found)
end

vim.opt.runtimepath:prepend(checkout .. '/editors/neovim')
vim.cmd('filetype plugin on')
vim.opt.hidden = true
require('digestlsp').setup({ cmd = { server, 'lsp' } })

check('digests are known by name and by banner, other text is left alone', function()
  local types = {}
  for _, name in ipairs({ '2026-04-01.digest', 'reading-list.txt', 'notes.txt', 'later/2026-04-02.digest.txt' }) do
    open(name)
    table.insert(types, vim.bo.filetype)
  end
  equal({ 'digest', 'digest', 'text', 'digest' }, types)
end)

check('a paper that stands in another digest is underlined, title and no more', function()
  wait_for_rules('DG2001 DG1006')
  equal({ 'DG2001', 7, title }, found()[1])
end)

check('hover tells the other place and how the abstract begins', function()
  vim.api.nvim_win_set_cursor(0, { 7, 0 })
  vim.lsp.buf.hover()
  local function shown()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then
        return table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), '\n')
      end
    end
    return ''
  end
  wait_until('a window shows both', function()
    return shown():find('2026-04-01.digest', 1, true) and shown():find('Two people who read at one desk', 1, true)
  end, shown)
  type_keys('l')
end)

check('definition goes to the first copy, in the other file', function()
  vim.api.nvim_win_set_cursor(0, { 7, 20 })
  vim.lsp.buf.definition()
  wait_until('the first copy is shown', function()
    return vim.deep_equal(here(), { '2026-04-01.digest', 7 })
  end, here)
  open('later/2026-04-02.digest.txt')
end)

check('references list both places', function()
  vim.api.nvim_win_set_cursor(0, { 7, 20 })
  vim.lsp.buf.references()
  wait_until('both are listed', function()
    return vim.deep_equal(places(), { '2026-04-01.digest:7', '2026-04-02.digest.txt:7' })
  end, places)
  vim.cmd('cclose')
end)

check('a code lens tells in how many digests a paper stands, and goes to the other one', function()
  vim.api.nvim_win_set_cursor(0, { 7, 0 })
  vim.lsp.codelens.refresh()
  local function lens()
    return vim.tbl_filter(function(lens)
      return lens.range.start.line == 6 and lens.command
    end, vim.lsp.codelens.get(0))[1]
  end
  wait_until('the lens is there', lens, function()
    return vim.lsp.codelens.get(0)
  end)
  equal('in 2 digests', lens().command.title)
  local choose = vim.ui.select
  vim.ui.select = function(items, _, chosen)
    chosen(items[1])
  end
  vim.lsp.codelens.run()
  vim.ui.select = choose
  wait_until('the other digest is shown', function()
    return vim.deep_equal(here(), { '2026-04-01.digest', 7 })
  end, here)
end)

check('a typed letter takes the finding away, and undo brings it back', function()
  open('later/2026-04-02.digest.txt')
  vim.api.nvim_win_set_cursor(0, { 7, 0 })
  type_keys('A is<Esc>')
  wait_until('the title is no exact copy any more', function()
    return not rules():find('DG2001')
  end, found)
  type_keys('u')
  wait_for_rules('DG2001 DG1006')
end)

check('a quick fix inserts the missing blank line', function()
  vim.api.nvim_win_set_cursor(0, { 11, 34 }) -- on the word that is underlined
  local offered = {}
  local choose = vim.ui.select
  vim.ui.select = function(items, options, chosen)
    for _, item in ipairs(items) do
      local name = options.format_item(item)
      table.insert(offered, name)
      if vim.startswith(name, 'Insert a blank line') then
        return chosen(item)
      end
    end
  end
  vim.lsp.buf.code_action()
  wait_until('the line is there', function()
    return vim.api.nvim_buf_get_lines(0, 10, 13, false)[2] == ''
  end, function()
    return offered
  end)
  vim.ui.select = choose
  equal(
    { 'Counting Snow Buntings by Their Shadows', '', 'Snow buntings are white on snow' },
    vim.tbl_map(function(line)
      return line:sub(1, 39):gsub(', and.*', '') .. ''
    end, vim.api.nvim_buf_get_lines(0, 10, 13, false))
  )
  wait_for_rules('DG2001')
end)

check('stopping the client ends the server', function()
  local clients = vim.lsp.get_active_clients()
  equal(1, #clients)
  vim.lsp.stop_client(clients)
  wait_until('it has ended', function()
    return clients[1].is_stopped()
  end)
end)

say('done')
vim.cmd('qall!')
